import mustache from 'mustache';
import { codes } from './error-codes.ts';

type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  description?: string;
  default?: unknown;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
};
type Media = { schema?: Schema; example?: unknown };
type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  'x-permission'?: string;
  parameters: { name: string; in: string; required: boolean; description?: string; schema: Schema }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { description: string; content?: Record<string, Media> }>;
};
export type OpenApi = {
  info: { title: string; description: string };
  paths: Record<string, Record<string, Operation>>;
};

const style = `:root{color-scheme:light dark;--line:#8883;--soft:#8881}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;
margin:0 auto;padding:1rem}h2{margin-top:2.5rem;border-bottom:1px solid var(--line)}code,pre{font:.85em ui-monospace,monospace}
pre{overflow:auto;background:var(--soft);padding:.75rem;border-radius:.4rem;white-space:pre-wrap;overflow-wrap:anywhere}
details{border:1px solid var(--line);border-radius:.4rem;margin:.5rem 0;padding:0 .75rem}summary{cursor:pointer;padding:.6rem 0;
overflow-wrap:anywhere}summary b{display:inline-block;min-width:4.2rem;font-family:ui-monospace,monospace}table{border-collapse:collapse;
width:100%}td,th{text-align:left;vertical-align:top;padding:.3rem .5rem .3rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
td:first-child{width:32%}nav{display:flex;flex-wrap:wrap;gap:.3rem .9rem}small{opacity:.75}`;

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{title}} API</title><style>${style}</style></head><body>
<h1>{{title}} API</h1>{{#about}}<p>{{.}}</p>{{/about}}
<p><a href="/openapi.json">OpenAPI document</a></p><nav>{{#tags}}<a href="#{{tag}}">{{tag}}</a>{{/tags}}<a href="#errors">Errors</a></nav>
{{#tags}}<h2 id="{{tag}}">{{tag}}</h2>
{{#operations}}<details id="{{operationId}}"><summary><b>{{method}}</b> <code>{{path}}</code><br>{{summary}}</summary>
{{#description}}<p>{{description}}</p>{{/description}}<p><small>{{who}} · {{operationId}}</small></p>
{{#hasFields}}<table>{{#fields}}<tr><td><code>{{name}}</code> <small>{{where}}{{#required}}, required{{/required}}</small></td>
<td><code>{{type}}</code> {{description}}</td></tr>{{/fields}}</table>{{/hasFields}}
{{#request}}<p>Body</p><pre>{{.}}</pre>{{/request}}{{#answer}}<p>Answer</p><pre>{{.}}</pre>{{/answer}}
<table>{{#responses}}<tr><td>{{status}}</td><td>{{description}}</td></tr>{{/responses}}</table></details>{{/operations}}{{/tags}}
<h2 id="errors">Errors</h2><table>{{#codes}}<tr id="{{code}}"><td><code>{{code}}</code> <small>{{status}}</small></td><td>{{help}}</td></tr>{{/codes}}</table>
</body></html>`;

const nameOf = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1);
const either = (all: Schema[]) => all.map(typeOf).join(' | ');

function typeOf(schema: Schema): string {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return either(choices);
  if (schema.type === 'array') return `${typeOf(schema.items ?? {})}[]`;
  return [schema.type ?? 'any', schema.format].flat().filter(Boolean).join(' ');
}

const bodyFields = ({ requestBody }: Operation) => {
  const schema = Object.values(requestBody?.content ?? {})[0]?.schema;
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    where: 'body',
    required: schema?.required?.includes(name) ?? false,
    type: typeOf(property),
    description: property.description ?? '',
  }));
};
const parameterFields = ({ parameters }: Operation) =>
  parameters.map(({ name, in: where, required, description = '', schema }) => ({
    name,
    where,
    required,
    type: typeOf(schema),
    description,
  }));
const exampleOf = (content: Record<string, Media> | undefined) => {
  const example = Object.values(content ?? {})[0]?.example;
  return example === undefined ? undefined : JSON.stringify(example, null, 2);
};

function viewOf(method: string, path: string, operation: Operation) {
  const { operationId, summary, description, responses, requestBody } = operation;
  const fields = [...parameterFields(operation), ...bodyFields(operation)];
  const succeeded = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
  const permission = operation['x-permission'];
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    summary,
    description,
    who: permission ? `needs ${permission}` : 'public',
    fields,
    hasFields: fields.length > 0,
    request: exampleOf(requestBody?.content),
    answer: exampleOf(succeeded?.content),
    responses: Object.entries(responses).map(([status, { description }]) => ({
      status,
      description: description.replaceAll('`', ''),
    })),
  };
}

/** The API's documentation as one page without scripts, made of its OpenAPI document. */
export function docsPage({ info, paths }: OpenApi): string {
  const all = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      tag: operation.tags[0] ?? '',
      ...viewOf(method, path, operation),
    })),
  );
  const tags = [...new Set(all.map(({ tag }) => tag))];
  return mustache.render(page, {
    title: info.title,
    about: info.description.replaceAll('`', '').split('\n\n'),
    tags: tags.map((tag) => ({ tag, operations: all.filter((one) => one.tag === tag) })),
    codes: Object.entries(codes).map(([code, { status, help }]) => ({
      code,
      status,
      help: help.replaceAll('`', ''),
    })),
  });
}

import mustache from 'mustache';
import { codes } from './error-codes.ts';
import { type Field, fieldsOf, limitsOf, type Schema, type Schemas, typeOf } from './schema-fields.ts';

type Media = { schema?: Schema; example?: unknown };
type Ref = { $ref?: string };
type Parameter = Ref & { name: string; in: string; required: boolean; description?: string; schema: Schema };
type Response = Ref & { description: string; content?: Record<string, Media> };
type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  'x-permission'?: string;
  security?: readonly object[];
  parameters: Parameter[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, Response>;
};
type Components = {
  schemas: Schemas;
  parameters?: Record<string, Parameter>;
  responses?: Record<string, Response>;
};
export type OpenApi = {
  info: { title: string; description: string };
  tags?: { name: string; description?: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: Components;
};

/** What a reference points to; the value itself where it is none. */
const resolved = <T extends Ref>(value: T, all: Record<string, T> = {}): T =>
  (value.$ref && all[value.$ref.split('/').at(-1) ?? '']) || value;

const style = `:root{color-scheme:light dark;--line:#8883;--soft:#8881}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;
margin:0 auto;padding:1rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}h2{margin-top:2.5rem;border-bottom:1px solid var(--line)}code,pre{font:.85em ui-monospace,monospace}
pre{overflow:auto;background:var(--soft);padding:.75rem;border-radius:.4rem;white-space:pre-wrap;overflow-wrap:anywhere}
details{border:1px solid var(--line);border-radius:.4rem;margin:.5rem 0;padding:0 .75rem}summary{cursor:pointer;padding:.6rem 0;
overflow-wrap:anywhere}summary b{display:inline-block;min-width:4.2rem;font-family:ui-monospace,monospace}table{border-collapse:collapse;
width:100%}td,th{text-align:left;vertical-align:top;padding:.3rem .5rem .3rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
td:first-child{width:36%}nav{display:flex;flex-wrap:wrap;gap:.3rem .9rem}small{opacity:.75}`;

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{title}} API</title><style>${style}</style></head><body>
<h1>{{title}} API</h1>{{#about}}<p>{{{.}}}</p>{{/about}}
<p><a href="/openapi.json">OpenAPI document</a></p><nav>{{#tags}}<a href="#{{tag}}">{{tag}}</a>{{/tags}}<a href="#errors">Errors</a></nav>
{{#tags}}<h2 id="{{tag}}">{{tag}}</h2><p>{{{about}}}</p>
{{#operations}}<details id="{{operationId}}"><summary><b>{{method}}</b> <code>{{path}}</code><br>{{summary}}</summary>
{{#description}}<p>{{{description}}}</p>{{/description}}<p><small>{{who}} · {{operationId}}</small></p>
{{#tables}}{{#title}}<h3>{{title}}</h3>{{/title}}<table>{{#fields}}<tr><td><code>{{name}}</code> <small>{{where}}{{#required}} required{{/required}}</small></td>
<td><code>{{type}}</code> {{{description}}} <small>{{{limits}}}</small></td></tr>{{/fields}}</table>{{#example}}<p>For example</p><pre>{{.}}</pre>{{/example}}{{/tables}}
<h3>Answers</h3><table>{{#responses}}<tr><td>{{status}}</td><td>{{{description}}}</td></tr>{{/responses}}</table></details>{{/operations}}{{/tags}}
<h2 id="errors">Errors</h2><table>{{#codes}}<tr id="{{code}}"><td><code>{{code}}</code> <small>{{status}}</small></td><td>{{{help}}}</td></tr>{{/codes}}</table>
</body></html>`;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text with its `code` marked; safe as HTML. */
const marked = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign).replace(/`([^`]+)`/g, '<code>$1</code>');

const shown = ({ description, limits, ...field }: Field) => ({
  ...field,
  description: marked(description),
  limits: marked(limits),
});
/** What an answer keeps to helps nobody to send it. */
const withoutLimits = ({ limits: _, ...field }: Field) => field;
const contentFields = (content: Record<string, Media> | undefined, { schemas }: Components) =>
  fieldsOf(Object.values(content ?? {})[0]?.schema ?? {}, schemas).map(shown);
const parameterFields = ({ parameters }: Operation, components: Components) =>
  parameters
    .map((one) => resolved(one, components.parameters))
    .map(({ name, in: where, required, description = '', schema }) => ({
      name,
      where,
      required,
      type: typeOf(schema),
      description: marked(description),
      limits: marked(limitsOf(schema)),
    }));
const answersOf = ({ responses }: Operation, components: Components) =>
  Object.entries(responses).map(([status, one]) => ({
    status,
    description: marked(resolved(one, components.responses).description),
  }));
const exampleOf = (content: Record<string, Media> | undefined) => {
  const example = Object.values(content ?? {})[0]?.example;
  return example === undefined ? undefined : JSON.stringify(example, null, 2);
};

function viewOf(method: string, path: string, operation: Operation, components: Components) {
  const { operationId, summary, description, responses, requestBody } = operation;
  const succeeded = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
  const permission = operation['x-permission'];
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    summary,
    description: description && marked(description),
    who: permission ? `needs ${permission}` : operation.security?.length ? 'needs a credential' : 'public',
    tables: [
      { title: '', fields: parameterFields(operation, components) },
      {
        title: 'Body',
        fields: contentFields(requestBody?.content, components),
        example: exampleOf(requestBody?.content),
      },
      {
        title: 'Answer',
        fields: contentFields(succeeded?.content, components).map(withoutLimits),
        example: exampleOf(succeeded?.content),
      },
    ].filter(({ fields, example }) => fields.length > 0 || example !== undefined),
    responses: answersOf(operation, components),
  };
}

/** The API's documentation as one page without scripts, made of its OpenAPI document. */
export function docsPage({ info, tags: said = [], paths, components }: OpenApi): string {
  const all = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      tag: operation.tags[0] ?? '',
      ...viewOf(method, path, operation, components),
    })),
  );
  const tags = [...new Set(all.map(({ tag }) => tag))];
  return mustache.render(page, {
    title: info.title,
    about: info.description.split('\n\n').map(marked),
    tags: tags.map((tag) => ({
      tag,
      about: marked(said.find(({ name }) => name === tag)?.description ?? ''),
      operations: all.filter((one) => one.tag === tag),
    })),
    codes: Object.entries(codes).map(([code, { status, help }]) => ({
      code,
      status,
      help: marked(help),
    })),
  });
}

import { commentOf, keyOf, type Schema, typeOf } from './schema-types.ts';

type Media = Record<string, { schema: Schema }>;
type Parameter = {
  $ref?: string;
  name: string;
  in: string;
  required: boolean;
  description?: string;
  schema: Schema;
};
type Operation = {
  operationId: string;
  summary: string;
  security: object[];
  parameters: Parameter[];
  requestBody?: { content: Media };
  responses: Record<string, { content?: Media }>;
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
type Door = { method: string; path: string; operation: Operation };

const doorsOf = ({ paths }: Document): Door[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

const partOf = (parameters: readonly Parameter[], where: string): string | undefined => {
  const found = parameters.filter((one) => one.in === where);
  if (found.length === 0) return undefined;
  const properties = Object.fromEntries(
    found.map(({ name, schema, description }) => [name, description ? { ...schema, description } : schema]),
  );
  const required = found.filter((one) => one.required).map(({ name }) => name);
  return typeOf({ type: 'object', properties, required }, '    ');
};

const json = 'application/json';
const bodyType = (content: Media): string => {
  const type = typeOf(content[json]?.schema ?? Object.values(content)[0]?.schema ?? {}, '    ');
  return content[json] ? type : `${type} | URLSearchParams | FormData`;
};

function answerType({ responses }: Operation): string {
  const [, succeeded] = Object.entries(responses).find(([status]) => /^2/.test(status)) ?? [];
  const media = Object.values(succeeded?.content ?? {})[0];
  return media ? typeOf(media.schema, '    ') : 'undefined';
}

function operationType({ operation }: Door): string {
  const { operationId, summary, parameters, requestBody } = operation;
  const path = partOf(parameters, 'path');
  const query = partOf(parameters, 'query');
  const parts = [
    ...(path ? [`    path: ${path};\n`] : []),
    ...(query ? [`    query: ${query};\n`] : []),
    ...(requestBody ? [`    body: ${bodyType(requestBody.content)};\n`] : []),
    `    answer: ${answerType(operation)};\n`,
  ];
  return `${commentOf(summary, '  ')}  ${operationId}: {\n${parts.join('')}  };\n`;
}

const isOnce = ({ parameters }: Operation) =>
  parameters.some(({ $ref }) => $ref?.endsWith('/IdempotencyKey'));
function doorText({ method, path, operation }: Door): string {
  const types = Object.keys(operation.requestBody?.content ?? {});
  const facts = [
    `method: '${method}'`,
    `path: '${path}'`,
    ...(isOnce(operation) ? ['isOnce: true'] : []),
    ...(types.length > 0 && !types.includes(json) ? [`type: '${types[0]}'`] : []),
  ];
  return `  ${keyOf(operation.operationId)}: { ${facts.join(', ')} },\n`;
}

const head = '/* Made of docs/openapi.json by `npm run openapi`; do not edit. */\n';

/** The types of the client: a type for each named schema, and what each operation takes and answers. */
export function clientTypes(document: Document): string {
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) => `${commentOf(schema.description)}export type ${name} = ${typeOf(schema)};\n`,
  );
  const operations = doorsOf(document).map(operationType);
  return `${head}\n${schemas.join('\n')}\nexport type Operations = {\n${operations.join('')}};\n`;
}

/** Where each operation is, for the client at run time. */
export const clientOperations = (document: Document): string =>
  `${head}import type { Door } from '../door.ts';\nimport type { Operations } from './types.ts';\n\nexport const operations: { [Id in keyof Operations]: Door } = {\n${doorsOf(document).map(doorText).join('')}};\n`;

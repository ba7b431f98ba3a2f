import type { Route } from '../../shared/core/route.ts';
import { hasCsv } from '../../shared/reports/csv/has-csv.ts';
import { csvColumns } from '../../shared/reports/csv/report-csv.ts';
import type { Json } from './components.ts';
import { type Known, sampleOf } from './sample.ts';

type Media = Record<string, { schema: Json; example?: unknown }>;
type Parameter = {
  $ref?: string;
  name: string;
  in: string;
  required: boolean;
  schema: Json;
  example?: unknown;
};
type Operation = {
  parameters: Parameter[];
  requestBody?: { content: Media };
  responses: Record<string, { content?: Media }>;
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json> };
};

const nameIn = (schema: Json) => /^#\/components\/schemas\/(.+)$/.exec(String(schema.$ref ?? ''))?.[1];

function knownOf(routes: readonly Route[], { components: { schemas } }: Document): Known {
  const bodies = new Map(
    routes.map(({ operationId, example }) => [operationId, (example?.body ?? {}) as Json]),
  );
  return {
    given: (name) => bodies.get(`create${name}`) ?? {},
    resolve: (schema) => {
      const name = nameIn(schema);
      return name ? { schema: schemas[name] ?? {}, name } : { schema };
    },
  };
}

/** The first that the contract accepts; undefined where none is. */
const accepted = (route: Route, values: unknown[]): unknown =>
  values.find((value) => value !== undefined && route.response.safeParse(value).success);

const texts: Record<string, string> = {
  'text/html': '<!doctype html><title>Rapport</title>',
  'text/csv': 'at,who,action\r\n',
};
function answerExample(route: Route, schema: Json, known: Known): unknown {
  if (route.produces) return route.example?.response ?? texts[route.produces] ?? '…';
  const alone = { ...known, given: () => ({}) };
  const made = [known, alone, { ...known, isBare: true }, { ...alone, isBare: true }];
  return accepted(route, [route.example?.response, ...made.map((one) => sampleOf(schema, one))]);
}

/** Of a report its columns; undefined of anything else. */
const csvExample = (type: string, route: Route): string | undefined =>
  type === 'text/csv' && hasCsv(route) ? `${csvColumns(route.response).join()}\r\n` : undefined;

function withParameters({ parameters }: Operation, { example }: Route, known: Known): void {
  for (const one of parameters) {
    if (one.$ref) continue;
    const said = (example?.[one.in === 'path' ? 'params' : 'query'] as Json | undefined)?.[one.name];
    const shown = said ?? (one.in === 'path' ? sampleOf(one.schema, known, one.name) : undefined);
    if (shown !== undefined) one.example = shown;
  }
}

function withExamples(operation: Operation, route: Route, known: Known): void {
  withParameters(operation, route, known);
  for (const media of Object.values(operation.requestBody?.content ?? {}))
    if (route.example?.body !== undefined) media.example = route.example.body;
  const answers = [route.status, ...(route.also ?? [])].map((status) => operation.responses[status]);
  for (const [type, media] of answers.flatMap((answer) => Object.entries(answer?.content ?? {}))) {
    const example = csvExample(type, route) ?? answerExample(route, media.schema, known);
    if (example !== undefined) media.example = example;
  }
}

/** The document with the examples that the contracts give, and answers made up where they give none. Changes it. */
export function exampled(routes: readonly Route[], made: Json): Json {
  const document = made as unknown as Document;
  const known = knownOf(routes, document);
  for (const route of routes) {
    const operation = document.paths[route.path]?.[route.method.toLowerCase()];
    if (operation) withExamples(operation, route, known);
  }
  return made;
}

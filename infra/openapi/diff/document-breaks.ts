import type { Schema, Schemas } from './schema.ts';
import { type Side, schemaBreaks } from './schema-breaks.ts';

type Ref = { $ref?: string };
type Media = Record<string, { schema?: Schema }>;
type Parameter = Ref & { name: string; in: string; required?: boolean; schema?: Schema };
type Response = Ref & { content?: Media; headers?: Record<string, unknown> };
type Operation = {
  operationId: string;
  security?: object[];
  'x-permission'?: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Media };
  responses: Record<string, Response>;
};
export type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas?: Schemas;
    parameters?: Record<string, Parameter>;
    responses?: Record<string, Response>;
  };
};
export type Break = { operation: string; what: string };

const resolved = <T extends Ref>(value: T, all: Record<string, T> = {}): T =>
  (value.$ref && all[value.$ref.split('/').at(-1) ?? '']) || value;

type Pair = { before: Document; after: Document };
const compare = (one: Schema = {}, other: Schema = {}, side: Side, { before, after }: Pair) =>
  schemaBreaks(one, other, {
    side,
    schemas: { before: before.components.schemas ?? {}, after: after.components.schemas ?? {} },
    within: [],
  });

const parametersOf = ({ parameters = [] }: Operation, { components }: Document) =>
  new Map(
    parameters
      .map((one) => resolved(one, components.parameters))
      .map((one) => [one.in === 'header' ? one.name.toLowerCase() : `${one.in} ${one.name}`, one] as const),
  );

function parameterBreaks(was: Operation, is: Operation, pair: Pair): string[] {
  const [had, has] = [parametersOf(was, pair.before), parametersOf(is, pair.after)];
  const kept = [...had].flatMap(([key, one]) => {
    const other = has.get(key);
    if (!other) return [`parameter ${key} is gone`];
    const required = other.required && !one.required ? [`parameter ${key} is required now`] : [];
    const changed = compare(one.schema, other.schema, 'request', pair);
    return [...required, ...changed.map((found) => `parameter ${key} ${found}`)];
  });
  const added = [...has].filter(([key, one]) => !had.has(key) && one.required);
  return [...kept, ...added.map(([key]) => `parameter ${key} is required now`)];
}

function mediaBreaks(was: Media = {}, is: Media = {}, side: Side, pair: Pair): string[] {
  return Object.entries(was).flatMap(([type, { schema }]) => {
    const other = is[type];
    return other ? compare(schema, other.schema, side, pair) : [`is no ${type} any more`];
  });
}

function bodyBreaks({ requestBody: was }: Operation, { requestBody: is }: Operation, pair: Pair): string[] {
  if (!was)
    return (is && compare({ type: 'object' }, Object.values(is.content)[0]?.schema, 'request', pair)) ?? [];
  if (!is) return ['is gone'];
  return mediaBreaks(was.content, is.content, 'request', pair);
}

function answerBreaks(was: Operation, is: Operation, pair: Pair): string[] {
  return Object.entries(was.responses).flatMap(([status, one]) => {
    const other = is.responses[status];
    if (!other) return [`answer ${status} is gone`];
    const had = resolved(one, pair.before.components.responses);
    const has = resolved(other, pair.after.components.responses);
    const headers = Object.keys(had.headers ?? {}).filter((name) => !has.headers?.[name]);
    return [
      ...headers.map((name) => `answer ${status} has no ${name} any more`),
      ...mediaBreaks(had.content, has.content, 'answer', pair).map((found) => `answer ${status} ${found}`),
    ];
  });
}

/** Who could ask may not any more: a credential is asked for, or another permission. */
function accessBreaks(was: Operation, is: Operation): string[] {
  const needs = ({ security = [] }: Operation) => security.length > 0;
  const [had, has] = [was['x-permission'], is['x-permission']];
  return [
    ...(needs(is) && !needs(was) ? ['needs a credential now'] : []),
    ...(has !== undefined && has !== had ? [`needs ${has} now, needed ${had ?? 'no permission'}`] : []),
  ];
}

function operationBreaks(was: Operation, is: Operation | undefined, pair: Pair): string[] {
  if (!is) return ['is gone'];
  return [
    ...(is.operationId === was.operationId ? [] : [`is called ${is.operationId} now`]),
    ...accessBreaks(was, is),
    ...parameterBreaks(was, is, pair),
    ...bodyBreaks(was, is, pair).map((found) => `body ${found}`),
    ...answerBreaks(was, is, pair),
  ];
}

/** The name of a path's parameter is nothing that a request says. */
const placeOf = (path: string) => path.replaceAll(/\{\w+\}/g, '{}');

/** All by which a document breaks programs that were written by the earlier one; nothing where it only grew. */
export function documentBreaks(before: Document, after: Document): Break[] {
  const places = new Map(Object.entries(after.paths).map(([path, all]) => [placeOf(path), all]));
  const found = Object.entries(before.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, was]) =>
      operationBreaks(was, places.get(placeOf(path))?.[method], { before, after }).map((what) => ({
        operation: was.operationId,
        what,
      })),
    ),
  );
  return [...new Map(found.map((one) => [`${one.operation} ${one.what}`, one])).values()];
}

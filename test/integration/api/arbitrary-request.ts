import fc from 'fast-check';
import { builtinRoles } from '../../../shared/access/builtin-roles.ts';
import { globex } from '../../fixtures/ids.ts';
import type { Call } from '../../helpers/call.ts';
import { odd, oddText, type Schema, type Schemas, valueOf } from './arbitrary-value.ts';

type Media = { schema?: Schema; example?: unknown };
export type Operation = {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; schema: Schema; example?: unknown }[];
  requestBody?: { content: Record<string, Media> };
};

/** What is done to a good value: something of it replaced, left out, or put beside. */
type Harm = { at: number; how: 'replace' | 'drop' | 'add'; name: string; by: unknown };
const harm: fc.Arbitrary<Harm> = fc.record({
  at: fc.nat(1000),
  how: fc.constantFrom('replace', 'replace', 'drop', 'add'),
  name: fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'prototype', 'id', 'workspaceId', 'version', 'toJSON'),
    oddText,
  ),
  by: odd,
});

const isContainer = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
/** Every object and list of a value, itself first. */
const containersOf = (value: unknown): Record<string, unknown>[] =>
  isContainer(value) ? [value, ...Object.values(value).flatMap(containersOf)] : [];
/** An own property, `__proto__` among them. */
const put = (to: object, name: string, value: unknown) =>
  Object.defineProperty(to, name, { value, enumerable: true, configurable: true, writable: true });

function harmed(whole: unknown, { at, how, name, by }: Harm): unknown {
  const containers = containersOf(whole);
  const places = containers.flatMap((one) => Object.keys(one).map((key) => [one, key] as const));
  const [one, key] = places[at % Math.max(1, places.length)] ?? [];
  if (how === 'add') {
    const into = containers[at % Math.max(1, containers.length)];
    if (!into) return by;
    if (Array.isArray(into)) into.push(by);
    else put(into, name, by);
  } else if (!one || key === undefined) return by;
  else if (how === 'replace') put(one, key, by);
  else if (Array.isArray(one)) one.splice(Number(key), 1);
  else delete one[key];
  return whole;
}

/** A body by its schema or its example, as it is or harmed in up to three places. */
function bodyOf({ schema = {}, example }: Media, schemas: Schemas): fc.Arbitrary<unknown> {
  const good = fc.oneof(valueOf(schema, schemas), fc.constant(example ?? {}));
  return fc
    .tuple(good, fc.array(harm, { maxLength: 3 }))
    .map(([value, harms]) => harms.reduce<unknown>(harmed, structuredClone(value)));
}

/** Bodies that are no JSON, or JSON that no program of good will would write. */
const rawBodies: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  fc.constantFrom(
    '',
    '{',
    'null',
    '[]',
    '1',
    '"x"',
    '\u0000',
    '\uFEFF{}',
    '{}{}',
    '['.repeat(50_000),
    '{"a":'.repeat(5000),
  ),
  fc.constantFrom(
    'a=b&a=%zz',
    'a=1&'.repeat(3000),
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--',
    '--x\r\n',
    '{"__proto__":{"polluted":1}}',
  ),
  fc.constantFrom(
    `{"a":"${'x'.repeat(1_100_000)}"}`,
    `[${'0,'.repeat(400_000)}0]`,
    '{"name":"a","name":{"name":1},"name":"b"}',
    '1e400',
    '-0',
  ),
  fc.constant(Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])),
  fc.uint8Array({ maxLength: 60 }),
);
const types = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-16',
  'application/merge-patch+json',
  'text/plain',
  'text/html',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  ';',
  '',
);
const raw = fc
  .tuple(rawBodies, types)
  .map(([rawBody, type]): Call => ({ rawBody, headers: { 'content-type': type } }));

const headers: fc.Arbitrary<Record<string, string>> = fc.record(
  {
    'if-match': fc.constantFrom(
      '',
      '*',
      '"1"',
      '"2"',
      'W/"1"',
      '"99999999999999999999"',
      '"-1", x',
      ','.repeat(3000),
    ),
    'if-none-match': fc.constantFrom('', '*', '"1"', 'x'),
    'idempotency-key': fc.oneof(
      fc.constantFrom('', ' ', 'k', 'a'.repeat(255), 'a'.repeat(256), 'é', '__proto__', '#', 'a\nb'),
      fc.uuid(),
    ),
    'rapport-workspace': fc.constantFrom('', '<<ws 0>>', globex, 'ws_none', '__proto__', 'x'.repeat(4000)),
    accept: fc.constantFrom('text/html', 'text/html,*/*;q=0.8', 'x', ''),
    origin: fc.constantFrom('null', 'https://evil.example', 'x', ''),
    'content-encoding': fc.constantFrom('gzip', 'br', 'identity'),
    'x-http-method-override': fc.constantFrom('DELETE', 'GET'),
    'x-forwarded-for': fc.constantFrom('127.0.0.1', "'", '::1'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, string>>;

/** What can be written into a URL. */
const inUrl = oddText.filter((value) => value.isWellFormed());
const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)) ?? '';
const cursors = fc.constantFrom('', 'x', 'e30', 'AAAA.BBBB', 'a'.repeat(2049), '<<cursor>>', '<<cursor>>x');

function parametersOf(
  { parameters }: Operation,
  where: string,
  schemas: Schemas,
): fc.Arbitrary<Record<string, string>> {
  const wanted = parameters.filter((one) => one.in === where);
  const arbitraries = wanted.map(({ name, schema }) => [
    name,
    fc.oneof(
      {
        arbitrary: valueOf(schema, schemas)
          .map(asText)
          .filter((value) => value.isWellFormed()),
        weight: 6,
      },
      { arbitrary: name === 'cursor' ? cursors : inUrl, weight: name === 'cursor' ? 4 : 1 },
    ),
  ]);
  const requiredKeys = wanted.filter(({ required }) => required).map(({ name }) => name);
  return fc.record(Object.fromEntries(arbitraries), { requiredKeys }) as fc.Arbitrary<Record<string, string>>;
}

/** Requests to an operation by what the OpenAPI document says of it: some good, most not quite, some not at all. */
export function requestTo(operation: Operation, schemas: Schemas): fc.Arbitrary<Call> {
  const params = parametersOf(operation, 'path', schemas);
  const more = fc.oneof(
    { arbitrary: fc.constant({}), weight: 4 },
    {
      arbitrary: fc.tuple(oddText, inUrl).map(([name, value]) => ({ [name.toWellFormed()]: value })),
      weight: 1,
    },
  );
  const query = fc
    .tuple(parametersOf(operation, 'query', schemas), more)
    .map((all) => Object.assign({}, ...all));
  const medias = Object.values(operation.requestBody?.content ?? {});
  const json = (media: Media) => bodyOf(media, schemas).map((body): Call => ({ body }));
  const contents: fc.Arbitrary<Call> =
    medias.length === 0
      ? fc.oneof(fc.constant<Call>({}), raw)
      : fc.oneof({ arbitrary: fc.oneof(...medias.map(json)), weight: 6 }, { arbitrary: raw, weight: 1 });
  const role = fc.oneof(
    { arbitrary: fc.constant('admin' as const), weight: 5 },
    { arbitrary: fc.constantFrom(...builtinRoles), weight: 1 },
  );
  const sent = fc.oneof(
    { arbitrary: fc.constant<Record<string, string>>({}), weight: 1 },
    { arbitrary: headers, weight: 1 },
  );
  return fc.record({ params, query, sent, content: contents, role }).map(({ sent, content, ...one }) => ({
    ...one,
    ...content,
    headers: { ...sent, ...content.headers },
  }));
}

import fc from 'fast-check';
import { builtinRoles } from '../../../shared/access/builtin-roles.ts';
import { globex } from '../../fixtures/ids.ts';
import type { Call } from '../../helpers/call.ts';
import { type Schema, type Schemas, valueBy } from './arbitrary-value.ts';
import { harm, harmed } from './harm.ts';
import { idPlace, oddText } from './odd-values.ts';

type Texts = Record<string, string>;
type Media = { schema?: Schema; example?: unknown };
export type Operation = {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; schema: Schema; example?: unknown }[];
  requestBody?: { content: Record<string, Media> };
};

const idInExample = /\b([a-z]{2})_[0-9A-HJKMNP-TV-Z]{26}\b/g;
/** An example of the document, with places for ids where it has ids that nobody has. */
export const exampleOf = <T>(example: T): T =>
  JSON.parse(JSON.stringify(example).replaceAll(idInExample, (_, prefix) => idPlace(prefix, 0)));

/** A body by its schema or its example, as it is or harmed in up to three places. */
function bodyOf({ schema = {}, example = {} }: Media, schemas: Schemas): fc.Arbitrary<unknown> {
  const good = fc.oneof(valueBy(schema, schemas), fc.constant(exampleOf(example)));
  const harms = fc.oneof(fc.constant([]), fc.array(harm, { minLength: 1, maxLength: 3 }));
  return fc.tuple(good, harms).map(([value, all]) => all.reduce<unknown>(harmed, structuredClone(value)));
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
    ...[3900, 20_000].map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
    `${'{"url":'.repeat(900)}1${'}'.repeat(900)}`,
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

const headers: fc.Arbitrary<Texts> = fc.record(
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
) as fc.Arbitrary<Texts>;

/** What can be written into a URL. */
const inUrl = oddText.filter((value) => value.isWellFormed());
const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)) ?? '';
const cursors = fc.constantFrom('', 'x', 'e30', 'AAAA.BBBB', 'a'.repeat(2049), '<<cursor>>', '<<cursor>>x');

function parametersOf({ parameters }: Operation, where: string, schemas: Schemas): fc.Arbitrary<Texts> {
  const wanted = parameters.filter((one) => one.in === where);
  const examples = wanted.flatMap(({ name, example }) =>
    example === undefined ? [] : [[name, asText(exampleOf(example))]],
  );
  const arbitraries = wanted.map(({ name, schema }) => [
    name,
    fc.oneof(
      {
        arbitrary: valueBy(schema, schemas)
          .map(asText)
          .filter((value) => value.isWellFormed()),
        weight: 8,
      },
      { arbitrary: name === 'cursor' ? cursors : inUrl, weight: name === 'cursor' ? 4 : 1 },
    ),
  ]);
  const requiredKeys = wanted.filter(({ required }) => required).map(({ name }) => name);
  const any = fc.record(Object.fromEntries(arbitraries), { requiredKeys }) as fc.Arbitrary<Texts>;
  const asShown = { arbitrary: fc.constant(Object.fromEntries(examples) as Texts), weight: 1 };
  return where === 'query' ? fc.oneof(asShown, { arbitrary: any, weight: 2 }) : any;
}

/** Requests to an operation by what the OpenAPI document says of it: some good, most not quite, some not at all. */
export function requestTo(operation: Operation, schemas: Schemas): fc.Arbitrary<Call> {
  const params = parametersOf(operation, 'path', schemas);
  const more = fc.oneof(
    { arbitrary: fc.constant({}), weight: 8 },
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
  const sent = fc.oneof({ arbitrary: fc.constant<Texts>({}), weight: 3 }, { arbitrary: headers, weight: 1 });
  return fc.record({ params, query, sent, content: contents, role }).map(({ sent, content, ...one }) => ({
    ...one,
    ...content,
    headers: { ...sent, ...content.headers },
  }));
}

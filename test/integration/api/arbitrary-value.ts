import fc from 'fast-check';

export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  propertyNames?: Schema;
  additionalProperties?: Schema | boolean;
};
export type Schemas = Record<string, Schema>;

/** Stands for the id of a record of this kind, chosen when the request is sent: what the table holds changes all the while. */
const idPlace = (prefix: string, n: number) => `<<${prefix} ${n}>>`;
export const idPlaces = /<<([a-z]{2}) (\d+)>>/g;
const prefixes = [
  'ws',
  'us',
  'ct',
  'dl',
  'pl',
  'ac',
  'tk',
  'fm',
  'tp',
  'mb',
  'ms',
  'in',
  'th',
  'tm',
  'rl',
  'ky',
  'se',
  'er',
  'ex',
  'au',
];
const someId = fc.tuple(fc.constantFrom(...prefixes), fc.nat(20)).map(([prefix, n]) => idPlace(prefix, n));

const words = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'toJSON',
  'then',
  'length',
  '',
  ' ',
  '0',
  '-1',
  'null',
  'true',
];
const signs = [
  '\u0000',
  '\u0000#',
  '\uD83D',
  '\uDCA5\uD83D',
  'e\u0301',
  '\u202Eevil',
  'مرحبا',
  '💥'.repeat(50),
  '\uFEFF',
  '\u{10FFFF}',
  'ﬀ',
  'ẞ',
  'a\r\nX: y',
  '#',
  '#WS#',
  '/',
  '../..',
  '%00',
  '%',
];
const dates = [
  '2026-02-30',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2026-11-22T12:00:00+14:00',
  '+275760-09-13',
  '2026-11-22',
];
const codes = [
  '{{',
  '{{{x}}}',
  '{{#constructor}}{{/constructor}}',
  '{{>a}}',
  '<script>',
  '=1+1',
  "' OR 1=1",
  '${7*7}',
  'javascript:alert(1)',
  'http://169.254.169.254/',
];
const longs = [
  'a'.repeat(256),
  'a'.repeat(7000),
  'ä'.repeat(3000),
  '9'.repeat(400),
  ' '.repeat(5000),
  '((((a+)+)+)+)',
  'a@'.repeat(200),
  `${'x'.repeat(64)}@${'y'.repeat(190)}.test`,
];
export const oddText = fc.oneof(
  fc.constantFrom(...words, ...signs, ...dates, ...codes, ...longs),
  someId,
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const oddNumber = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    -1,
    0.5,
    1e21,
    1e308,
    -1e308,
    Number.MAX_SAFE_INTEGER,
    Number.MAX_SAFE_INTEGER + 1,
    1e-320,
    2 ** 31,
    1e15,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const nested = (depth: number) =>
  Array.from({ length: depth }).reduce<unknown>((inner, _, i) => (i % 2 ? [inner] : { a: inner }), 'x');

/** Anything that JSON can say, most of it wrong wherever it stands. */
export const odd: fc.Arbitrary<unknown> = fc.letrec<{ odd: unknown }>((again) => ({
  odd: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    oddText,
    oddNumber,
    fc.constantFrom(null, true, false, [], {}),
    fc.array(again('odd'), { maxLength: 3 }),
    fc.array(fc.tuple(oddText, again('odd')), { maxLength: 3 }).map((all) => Object.fromEntries(all)),
    oddText.map((text) => Array(120).fill(text)),
    fc.constantFrom(20, 300, 3000).map(nested),
  ),
})).odd;

const byFormat: Record<string, fc.Arbitrary<string>> = {
  'date-time': fc
    .date({ min: new Date('1900-01-01'), max: new Date('2300-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  date: fc
    .date({ min: new Date('1900-01-01'), max: new Date('2300-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  email: fc.emailAddress(),
  uri: fc.webUrl({ withQueryParameters: true }),
};
const idPattern = /^\^([a-z]{2})_\[0-9A-HJKMNP-TV-Z\]\{26\}\$$/;

function text({ pattern, format, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  const prefix = idPattern.exec(pattern ?? '')?.[1];
  if (prefix) return fc.nat(20).map((n) => idPlace(prefix, n));
  const formatted = byFormat[format ?? ''];
  if (formatted) return formatted;
  if (pattern)
    return fc.stringMatching(new RegExp(pattern)).filter((value) => value.length <= (maxLength ?? 1000));
  const most = Math.min(maxLength, Math.max(minLength, 60));
  return fc
    .string({ unit: 'grapheme', minLength, maxLength: most })
    .map((value) => value.slice(0, maxLength));
}

const number = ({ minimum = -1000, maximum = 1_000_000 }: Schema, whole: boolean) =>
  whole
    ? fc.integer({
        min: Math.max(minimum, Number.MIN_SAFE_INTEGER),
        max: Math.min(maximum, Number.MAX_SAFE_INTEGER),
      })
    : fc.double({ min: minimum, max: maximum, noNaN: true });

function object(schema: Schema, schemas: Schemas, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  const known = fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [name, valueOf(one, schemas, depth + 1)]),
    ),
    { requiredKeys: required.filter((name) => name in properties) },
  );
  if (typeof additionalProperties !== 'object') return known;
  const more = fc.array(
    fc.tuple(
      valueOf({ ...propertyNames, type: 'string' }, schemas, depth + 1),
      valueOf(additionalProperties, schemas, depth + 1),
    ),
    { maxLength: 3 },
  );
  return fc
    .tuple(known, more)
    .map(([one, others]) => Object.fromEntries([...Object.entries(one), ...(others as [string, unknown][])]));
}

const kinds: Record<string, (schema: Schema, schemas: Schemas, depth: number) => fc.Arbitrary<unknown>> = {
  string: text,
  integer: (schema) => number(schema, true),
  number: (schema) => number(schema, false),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  array: ({ items = {}, minItems = 0, maxItems = 4 }, schemas, depth) =>
    fc.array(valueOf(items, schemas, depth + 1), {
      minLength: minItems,
      maxLength: Math.max(minItems, Math.min(maxItems, 4)),
    }),
  object,
};

/** Values that a JSON schema (2020-12, as zod writes it) allows, or nearly. */
export function valueOf(schema: Schema, schemas: Schemas, depth = 0): fc.Arbitrary<unknown> {
  if (depth > 8) return fc.constant(null);
  if (schema.$ref) return valueOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas, depth + 1);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map((one) => valueOf(one, schemas, depth + 1)));
  if (schema.allOf) return valueOf(Object.assign({}, ...schema.allOf), schemas, depth + 1);
  const types = [schema.type ?? (schema.properties ? 'object' : [])].flat();
  if (types.length === 0) return odd;
  return fc.oneof(...types.map((type) => (kinds[type] ?? (() => odd))(schema, schemas, depth)));
}

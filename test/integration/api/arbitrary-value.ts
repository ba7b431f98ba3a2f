import fc from 'fast-check';
import { idPlace, odd } from './odd-values.ts';

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
      Object.entries(properties).map(([name, one]) => [name, valueBy(one, schemas, depth + 1)]),
    ),
    { requiredKeys: required.filter((name) => name in properties) },
  );
  if (typeof additionalProperties !== 'object') return known;
  const more = fc.array(
    fc.tuple(
      valueBy({ ...propertyNames, type: 'string' }, schemas, depth + 1),
      valueBy(additionalProperties, schemas, depth + 1),
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
    fc.array(valueBy(items, schemas, depth + 1), {
      minLength: minItems,
      maxLength: Math.max(minItems, Math.min(maxItems, 4)),
    }),
  object,
};

/** The schema that is meant: what a reference points to, all of several at once, the one value of a constant. */
function plain(schema: Schema, schemas: Schemas): Schema {
  if (schema.$ref) return plain(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  if (schema.allOf) return plain(Object.assign({}, ...schema.allOf), schemas);
  return schema.const === undefined ? schema : { enum: [schema.const] };
}

const typesOf = ({ type, properties }: Schema) => [type ?? (properties ? 'object' : 'any')].flat();

/** Values that a JSON schema (2020-12, as zod writes it) allows, or nearly. */
export function valueBy(given: Schema, schemas: Schemas, depth = 0): fc.Arbitrary<unknown> {
  if (depth > 8) return fc.constant(null);
  const schema = plain(given, schemas);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map((one) => valueBy(one, schemas, depth + 1)));
  return fc.oneof(...typesOf(schema).map((type) => kinds[type]?.(schema, schemas, depth) ?? odd));
}

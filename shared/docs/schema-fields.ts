/** What of JSON Schema (2020-12) the contracts make. */
export type Schema = {
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
  additionalProperties?: Schema | boolean;
  required?: string[];
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
};
export type Field = { name: string; required: boolean; type: string; description: string; limits: string };

const choicesOf = ({ anyOf, oneOf }: Schema) => anyOf ?? oneOf;
const values = (all: unknown[]) => all.map((value) => JSON.stringify(value)).join(' | ');
const isOpen = ({ additionalProperties: any }: Schema) => typeof any === 'object';

/** A type in a word or two. */
export function typeOf(schema: Schema): string {
  const { $ref, const: only, enum: some, items, type, format, additionalProperties: any } = schema;
  if ($ref) return $ref.slice($ref.lastIndexOf('/') + 1);
  if (only !== undefined) return values([only]);
  if (some) return values(some);
  const choices = choicesOf(schema);
  if (choices) return [...new Set(choices.map(typeOf))].join(' | ');
  if (type === 'array') return `${typeOf(items ?? {})}[]`.replace(/^(.* \| .*)\[\]$/, '($1)[]');
  if (isOpen(schema)) return `{ name: ${typeOf(any as Schema)} }`;
  return [type ?? 'any', format].flat().filter(Boolean).join(' ');
}

const largest = Number.MAX_SAFE_INTEGER;
const between = (least: number | undefined, most: number | undefined, of: string) => {
  const from = least !== undefined && least > -largest ? least : undefined;
  const to = most !== undefined && most < largest ? most : undefined;
  if (from !== undefined && to !== undefined) return [`${from} to ${to}${of}`];
  if (to !== undefined) return [`at most ${to}${of}`];
  return from ? [`at least ${from}${of}`] : [];
};

/** What a value must keep to, and what it is where it is left out. */
export const limitsOf = (schema: Schema): string =>
  [
    ...between(schema.minLength, schema.maxLength, ' characters'),
    ...between(schema.minItems, schema.maxItems, ' of them'),
    ...between(schema.minimum, schema.maximum, ''),
    ...(schema.default === undefined ? [] : [`\`${JSON.stringify(schema.default)}\` where it is left out`]),
  ].join('; ');

const mostDeep = 4;
/** Named schemas, that references point to. */
export type Schemas = Record<string, Schema>;
type Inside = { schema: Schema; mark: string };

/** The objects inside a value: itself, those of a list, those among its choices; of what holds itself, one round. */
function inside(schema: Schema, schemas: Schemas, within: readonly string[] = []): Inside[] {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined)
    return within.includes(name) ? [] : inside(schemas[name] ?? {}, schemas, [...within, name]);
  if (schema.properties) return [{ schema, mark: '' }];
  if (schema.items)
    return inside(schema.items, schemas, within).map((one) => ({ ...one, mark: `[]${one.mark}` }));
  return (choicesOf(schema) ?? []).flatMap((one) => inside(one, schemas, within));
}

/** Every field of an object, those of the objects inside it too: `stages[].name`. Of choices all, each once. */
export function fieldsOf(whole: Schema, schemas: Schemas, prefix = '', depth = 1): Field[] {
  const all = inside(whole, schemas).flatMap(({ schema, mark }) =>
    Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
      const name = `${prefix}${mark && !prefix ? `${mark}.` : ''}${key}`;
      const required = schema.required?.includes(key) ?? false;
      const { description = '' } = property;
      const field = { name, required, type: typeOf(property), description, limits: limitsOf(property) };
      if (depth === mostDeep) return [field];
      const [first] = inside(property, schemas);
      return [field, ...fieldsOf(property, schemas, `${name}${first?.mark ?? ''}.`, depth + 1)];
    }),
  );
  return [...new Map(all.toReversed().map((field) => [field.name, field])).values()].reverse();
}

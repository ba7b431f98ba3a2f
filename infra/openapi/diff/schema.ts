/** What of JSON Schema (2020-12) decides whether a value is valid. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
};
export type Schemas = Record<string, Schema>;

const everyType = ['string', 'number', 'boolean', 'null', 'array', 'object'];
/** The types of a schema; an integer is a number that is said to be whole. */
export function typesOf({ type, const: only, enum: some, properties }: Schema): Set<string> {
  if (type !== undefined) return new Set([type].flat());
  const values = only !== undefined ? [only] : some;
  if (values) return new Set(values.map((value) => (value === null ? 'null' : typeof value)));
  return new Set(properties ? ['object'] : everyType);
}

export const nameOf = ({ $ref }: Schema) => $ref?.split('/').at(-1);

/** What a reference points to, and parts that hold at once as one; the schema itself where it has neither. */
export function settled(schema: Schema, schemas: Schemas, within: readonly string[] = []): Schema {
  const name = nameOf(schema);
  if (name !== undefined)
    return within.includes(name) ? {} : settled(schemas[name] ?? {}, schemas, [...within, name]);
  if (!schema.allOf) return schema;
  const { allOf, ...rest } = schema;
  const parts = [rest, ...allOf.map((one) => settled(one, schemas, within))];
  const properties = Object.assign({}, ...parts.map((one) => one.properties ?? {}));
  const required = parts.flatMap((one) => one.required ?? []);
  return { ...Object.assign({}, ...parts), properties, required };
}

/** The choices of a schema, those within choices too; the schema alone where it has none. */
export function choicesOf(schema: Schema, schemas: Schemas, depth = 0): Schema[] {
  const plain = settled(schema, schemas);
  const choices = plain.anyOf ?? plain.oneOf;
  return choices && depth < 5 ? choices.flatMap((one) => choicesOf(one, schemas, depth + 1)) : [plain];
}

export const valuesOf = ({ const: only, enum: some }: Schema): string[] | undefined =>
  (only !== undefined ? [only] : some)?.map((value) => JSON.stringify(value));

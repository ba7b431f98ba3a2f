/** What of JSON Schema (2020-12) the OpenAPI document has. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  prefixItems?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  description?: string;
};

const isName = /^[A-Za-z_$][\w$]*$/;
export const keyOf = (name: string) => (isName.test(name) ? name : JSON.stringify(name));
const literal = (value: unknown) => JSON.stringify(value);
const joined = (types: readonly string[], by: ' | ' | ' & ') => {
  const all = [...new Set(types)];
  return all.length > 1
    ? all.map((one) => (/[|&]/.test(one) && !/^[{[]/.test(one) ? `(${one})` : one)).join(by)
    : (all[0] ?? 'never');
};

/** A comment of its own line; nothing where there is nothing to say. */
export const commentOf = (text: string | undefined, indent = '') =>
  text ? `${indent}/** ${text.replaceAll('*/', '*\\/').replaceAll(/\s*\n\s*/g, ' ')} */\n` : '';

function object(
  { properties = {}, required = [], additionalProperties: any }: Schema,
  indent: string,
): string {
  const inner = `${indent}  `;
  const fields = Object.entries(properties).map(
    ([name, one]) =>
      `${commentOf(one.description, inner)}${inner}${keyOf(name)}${required.includes(name) ? '' : '?'}: ${typeOf(one, inner)};\n`,
  );
  const rest = typeof any === 'object' && Object.keys(any).length > 0 ? typeOf(any, inner) : 'unknown';
  const isOpen = typeof any === 'object' || any === true;
  if (fields.length === 0) return isOpen ? `{ [name: string]: ${rest} }` : '{ [name: string]: unknown }';
  const known = `{\n${fields.join('')}${indent}}`;
  return isOpen ? `${known} & { [name: string]: ${rest} }` : known;
}

const array = (items: Schema | undefined, indent: string) => {
  const type = typeOf(items ?? {}, indent);
  return /[|&]/.test(type) ? `Array<${type}>` : `${type}[]`;
};

const byType: Record<string, (schema: Schema, indent: string) => string> = {
  string: () => 'string',
  integer: () => 'number',
  number: () => 'number',
  boolean: () => 'boolean',
  null: () => 'null',
  array: ({ items }, indent) => array(items, indent),
  object,
};

/** The TypeScript type of a JSON schema. References are types of their names. */
export function typeOf(schema: Schema, indent = ''): string {
  const { $ref, const: only, enum: some, anyOf, oneOf, allOf, type, properties } = schema;
  if ($ref) return $ref.slice($ref.lastIndexOf('/') + 1);
  if (only !== undefined) return literal(only);
  if (some) return joined(some.map(literal), ' | ');
  const choices = anyOf ?? oneOf;
  if (choices)
    return joined(
      choices.map((one) => typeOf(one, indent)),
      ' | ',
    );
  if (allOf)
    return joined(
      allOf.map((one) => typeOf(one, indent)),
      ' & ',
    );
  const types = [type ?? (properties ? 'object' : [])].flat();
  return types.length === 0
    ? 'unknown'
    : joined(
        types.map((one) => byType[one]?.(schema, indent) ?? 'unknown'),
        ' | ',
      );
}

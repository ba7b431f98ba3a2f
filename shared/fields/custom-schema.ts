import type { Catalogue } from './catalogue.ts';
import type { Undeclared } from './checked-custom.ts';
import type { Field, FieldType } from './field.ts';
import { dayBounds, largest, linkForm, numberBounds, textBounds, userForm } from './limits.ts';
import { wholePattern } from './pattern.ts';

/** JSON Schema, 2020-12. */
export type Json = Record<string, unknown>;
/** Of a new record, of a patch (RFC 7396), of what is shown. */
export type SchemaOf = 'new' | 'patch' | 'shown';
type Make = (field: Field) => Json;

const text: Make = (field) => {
  const { least, most } = textBounds(field);
  const { pattern } = field.validation;
  return {
    type: 'string',
    minLength: least,
    maxLength: most,
    ...(pattern !== undefined && { pattern: wholePattern(pattern) }),
  };
};
const number: Make = (field) => {
  const { min, max } = numberBounds(field);
  const { step } = field.validation;
  return { type: 'number', minimum: min, maximum: max, ...(step !== undefined && { multipleOf: step }) };
};
const money: Make = (field) => {
  const { min, max } = numberBounds(field);
  return {
    type: 'object',
    properties: {
      amountCents: { type: 'integer', minimum: min, maximum: max },
      currency: { type: 'string', pattern: '^[A-Z]{3}$', description: 'ISO 4217' },
    },
    required: ['amountCents', 'currency'],
    additionalProperties: false,
  };
};
const date: Make = (field) => {
  const { earliest, latest } = dayBounds(field);
  return { type: 'string', format: 'date', formatMinimum: earliest, formatMaximum: latest };
};
const optionsOf = ({ options }: Field, isShown: boolean) =>
  options.filter(({ archived }) => isShown || !archived);
const choice =
  (isShown: boolean): Make =>
  (field) => {
    const some = optionsOf(field, isShown);
    return {
      type: 'string',
      enum: some.map(({ value }) => value),
      'x-labels': Object.fromEntries(some.map(({ value, label }) => [value, label])),
    };
  };
const multiChoice =
  (isShown: boolean): Make =>
  (field) => ({
    type: 'array',
    maxItems: 50,
    ...(field.required && { minItems: 1 }),
    items: choice(isShown)(field),
  });

const makers = (isShown: boolean): Record<FieldType, Make> => ({
  text,
  longText: text,
  number,
  money,
  date,
  choice: choice(isShown),
  multiChoice: multiChoice(isShown),
  checkbox: () => ({ type: 'boolean' }),
  link: (field) => ({ type: 'string', maxLength: textBounds(field).most, pattern: linkForm }),
  user: () => ({ type: 'string', pattern: userForm }),
});

const described = ({ label, help, unique }: Field) => ({
  title: label,
  description: [help, unique && 'No two records have the same.'].filter(Boolean).join(' ') || label,
});

/** A patch of an amount of money may name one half of it: the other stays. */
const halves = ({ required: _, ...schema }: Json): Json => schema;
function propertyOf(field: Field, of: SchemaOf): Json {
  const said = described(field);
  const isClosed = field.archived && of !== 'shown'; // it may be cleared, no more
  if (isClosed) return { ...(of === 'patch' ? { type: 'null' } : { not: {} }), ...said, deprecated: true };
  const schema = makers(of === 'shown')[field.type](field);
  if (of === 'shown') return { ...schema, ...said, ...(field.archived && { deprecated: true }) };
  if (of === 'new')
    return { ...schema, ...said, ...(field.default !== undefined && { default: field.default }) };
  const given = field.type === 'money' ? halves(schema) : schema;
  return field.required ? { ...given, ...said } : { anyOf: [given, { type: 'null' }], ...said };
}

const anyValue: Json[] = [
  { type: 'string', maxLength: 5000 },
  { type: 'number', minimum: -largest, maximum: largest },
  { type: 'boolean' },
  { type: 'array', maxItems: 50, items: { type: 'string', maxLength: 200 } },
];
function undeclaredOf(rule: Undeclared, of: SchemaOf): Json {
  if (of === 'shown') return { additionalProperties: {} }; // what was there before its field, or longer than it
  if (rule === 'refuse') return { additionalProperties: of === 'patch' ? { type: 'null' } : false };
  const values = of === 'patch' ? [...anyValue, { type: 'null' }] : anyValue;
  return {
    propertyNames: { pattern: '^[a-z][A-Za-z0-9_]{0,63}$' },
    additionalProperties: { anyOf: values },
  };
}

/** What `custom` of a record is, by the fields of its kind; of a hidden field nothing is said. */
export function customSchema(
  { fields }: Catalogue,
  undeclared: Undeclared,
  of: SchemaOf,
  hidden: ReadonlySet<string> = new Set(),
): Json {
  const seen = hidden.has('custom') ? [] : fields.filter(({ key }) => !hidden.has(`custom.${key}`));
  const needed = seen.filter((field) => field.required && !field.archived && field.default === undefined);
  return {
    type: 'object',
    properties: Object.fromEntries(seen.map((field) => [field.key, propertyOf(field, of)])),
    ...(of === 'new' && needed.length > 0 && { required: needed.map(({ key }) => key) }),
    ...undeclaredOf(undeclared, of),
  };
}

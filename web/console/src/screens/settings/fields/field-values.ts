import type { Field, FieldPatch, FieldType, NewField, Validation } from '../../../../../client/src/index.ts';

export const customKinds = [
  'contact',
  'company',
  'deal',
  'task',
  'ticket',
  'order',
  'product',
  'promise',
] as const satisfies Field['of'][];
export const fieldTypes = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'choice',
  'multiChoice',
  'checkbox',
  'link',
  'user',
] as const satisfies FieldType[];

/** What a type may be limited by (docs/custom-fields.md). */
export const limitsOf: Record<FieldType, readonly (keyof Validation)[]> = {
  text: ['minLength', 'maxLength', 'pattern'],
  longText: ['minLength', 'maxLength'],
  number: ['min', 'max', 'step'],
  money: ['min', 'max'],
  date: ['earliest', 'latest'],
  choice: [],
  multiChoice: [],
  checkbox: [],
  link: ['maxLength'],
  user: [],
};
export const isChoice = (type: FieldType) => type === 'choice' || type === 'multiChoice';
export const canBeUnique = (type: FieldType) => ['text', 'number', 'link'].includes(type);

/** What the form of a field holds. A limit or a text that is empty is none. */
export type Values = Pick<
  Field,
  'of' | 'key' | 'label' | 'type' | 'required' | 'unique' | 'validation' | 'options'
> & {
  help: string;
  labels: Record<string, string>;
  default: Field['default'];
};
export const newField = (of: Field['of']): Values => ({
  of,
  key: '',
  label: '',
  labels: {},
  type: 'text',
  required: false,
  unique: false,
  default: undefined,
  validation: {},
  options: [],
  help: '',
});
export const savedOf = (field: Field) => {
  const {
    version,
    of,
    key,
    label,
    labels = {},
    type,
    required,
    unique,
    validation,
    options,
    help = '',
  } = field;
  const values: Values = {
    of,
    key,
    label,
    labels,
    type,
    required,
    unique,
    validation,
    options,
    help,
    default: field.default,
  };
  return { version, values };
};

/** A key of a label: `Shoe size` is `shoeSize`. */
export function keyOf(label: string): string {
  const plain = label.replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '');
  const words = plain
    .replace(/^[^A-Za-z]+/, '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const joined = words
    .map((word, i) =>
      i === 0 ? word.toLowerCase() : word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('');
  return joined.slice(0, 64);
}

const said = (labels: Record<string, string>) =>
  Object.fromEntries(Object.entries(labels).filter(([, label]) => label.trim() !== ''));

/** The body that makes a field. */
export function bodyOf(values: Values): NewField {
  const { of, key, label, labels, type, required, unique, validation, options, help } = values;
  return {
    of,
    key,
    label,
    type,
    required,
    ...(canBeUnique(type) && { unique }),
    ...(isChoice(type) && { options }),
    ...(Object.keys(validation).length > 0 && { validation }),
    ...(Object.keys(said(labels)).length > 0 && { labels: said(labels) }),
    ...(help.trim() && { help }),
    ...(values.default !== undefined && { default: values.default }),
  };
}

/** What is left of one and not of the other is null (RFC 7396). */
const merge = (before: object, after: object) => {
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  return { ...after, ...Object.fromEntries(gone.map((name) => [name, null])) };
};

/** The body that changes a field; its kind, key, type and `unique` never do. */
export function patchOf(changes: Partial<Values>, before: Values): FieldPatch {
  const { label, labels, required, validation, options, help } = changes;
  return {
    ...(label !== undefined && { label }),
    ...(required !== undefined && { required }),
    ...(options && { options }),
    ...(help !== undefined && { help: help.trim() || null }),
    ...(labels && { labels: merge(before.labels, said(labels)) }),
    ...(validation && { validation: merge(before.validation, validation) }),
    ...(Object.hasOwn(changes, 'default') && { default: changes.default ?? null }),
  };
}

/** An order between two others; behind the last one where there is none after it. */
export function orderBetween(before: number | undefined, after: number | undefined): number {
  if (before === undefined && after === undefined) return 0;
  if (before === undefined) return (after ?? 0) - 1;
  return after === undefined ? before + 1 : (before + after) / 2;
}

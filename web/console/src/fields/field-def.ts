import type { AnyRecord, Kind, ListedKind } from '../api/kinds.ts';

/** What a field holds, by which it is shown and edited. `amount` is cents without a currency, as conditions ask for them. */
export type FieldType =
  | 'text'
  | 'longText'
  | 'number'
  | 'amount'
  | 'money'
  | 'date'
  | 'birthday'
  | 'instant'
  | 'choice'
  | 'multiChoice'
  | 'tags'
  | 'texts'
  | 'boolean'
  | 'url'
  | 'user'
  | 'users'
  | 'record'
  | 'records'
  | 'emails'
  | 'phones'
  | 'addresses'
  | 'socialProfiles'
  | 'consents'
  | 'source'
  | 'items'
  | 'prices';

export type Money = { amountCents: number; currency: string };
export type Option = { value: string; label: string; archived?: boolean };

/** What an editor and a display need to know of a value. */
export type ValueDef = {
  label: string;
  type: FieldType;
  options?: Option[];
  /** Of a record or records, the kind. */
  of?: ListedKind;
  help?: string;
  /** A value is always there. */
  isRequired?: boolean;
};

export type ValueProps = {
  field: ValueDef;
  value: unknown;
  /** In one line, for the cell of a table. */
  isCompact: boolean;
};
/** What every editor takes: it shows the value that it is given and says each change of it. */
export type InputProps = {
  field: ValueDef;
  value: unknown;
  onChange: (value: unknown) => void;
  /** The field's name is said to who hears the page, and is not shown: it stands beside. */
  isBare?: boolean;
  /** Where the person has just asked to edit it. */
  isFocused?: boolean;
  error?: string | undefined;
};

export type Operator =
  | '$eq'
  | '$ne'
  | '$in'
  | '$nin'
  | '$gt'
  | '$gte'
  | '$lt'
  | '$lte'
  | '$before'
  | '$after'
  | '$within'
  | '$contains'
  | '$startsWith'
  | '$exists';
/** What a condition may name: a field or a part of one, with how it is compared and how an operand is edited. */
export type FilterDef = ValueDef & { path: string; operators: readonly Operator[] };

export type FieldDef = ValueDef & {
  kind: Kind;
  /** As the API names it; a custom field is `custom.<key>`. */
  name: string;
  /** Reckoned, or held back by a role: shown and not set. */
  isReadOnly: boolean;
  /** Held back by a role in some record that one may read. */
  isHidden: boolean;
  /** Records do not carry it: it is there to filter by. */
  isOnlyAsked: boolean;
  /** The API's name of the order by this field. */
  sort?: string;
  filters: FilterDef[];
  /** Where the currency of money lies that is kept in cents. */
  currencyIn?: string;
};

const customKey = ({ name }: Pick<FieldDef, 'name'>) =>
  name.startsWith('custom.') ? name.slice('custom.'.length) : undefined;

export const isCustom = (field: Pick<FieldDef, 'name'>) => customKey(field) !== undefined;

/** A field's value of a record; money with its currency. */
export function valueIn(field: Pick<FieldDef, 'name' | 'currencyIn'>, record: AnyRecord): unknown {
  const key = customKey(field);
  if (key !== undefined) return (record.custom as Record<string, unknown> | undefined)?.[key];
  const value = record[field.name];
  if (!field.currencyIn) return value;
  return value === undefined ? undefined : { amountCents: value, currency: record[field.currencyIn] };
}

export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Without what was left blank: empty texts, parts and rows. */
export function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(tidy).filter((one) => !isEmpty(one));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, tidy(part)] as const);
  return Object.fromEntries(parts.filter(([, part]) => !isEmpty(part)));
}

const withoutNotes = ({ bouncedAt: _, ...email }: Record<string, unknown>) => email;
/** A value of a field as somebody has written it: without what Rapport notes in it, which the API takes from nobody. */
export const writtenIn = ({ name }: Pick<FieldDef, 'name'>, value: unknown): unknown =>
  name === 'emails' && Array.isArray(value) ? value.map(withoutNotes) : value;

/** The body of a PATCH that gives a field this value; an empty one clears it. */
export function patchOf(
  field: Pick<FieldDef, 'name' | 'currencyIn'>,
  value: unknown,
): Record<string, unknown> {
  const key = customKey(field);
  const kept = tidy(writtenIn(field, value));
  const given = isEmpty(kept) ? null : kept;
  if (key !== undefined) return { custom: { [key]: given } };
  if (!field.currencyIn) return { [field.name]: given };
  const money = given as Money | null;
  if (!money) return { [field.name]: null };
  return { [field.name]: money.amountCents, [field.currencyIn]: money.currency };
}

/** Whether two values are the same as the API keeps them, whatever order an object's parts are in. */
export function isSame(one: unknown, other: unknown): boolean {
  if (isEmpty(one) && isEmpty(other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const part = (of: object, name: string) => (of as Record<string, unknown>)[name];
  return [...names].every((name) => isSame(part(one, name), part(other, name)));
}

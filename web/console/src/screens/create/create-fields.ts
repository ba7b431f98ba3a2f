import type { ListedKind } from '../../api/kinds.ts';
import { type FieldDef, isEmpty, patchOf } from '../../fields/field-def.ts';
import type { Values } from './draft.ts';

/** What is asked at first of a record that is new; everything else is behind "more fields". */
const essential: Record<ListedKind, string[]> = {
  contact: ['firstName', 'lastName', 'emails', 'phones', 'companyId', 'jobTitle', 'lifecycle', 'ownerId'],
  company: ['name', 'domains', 'industry', 'ownerId'],
  deal: [
    'name',
    'amountCents',
    'contactId',
    'companyId',
    'pipelineId',
    'stageId',
    'expectedCloseOn',
    'ownerId',
  ],
  task: ['title', 'dueOn', 'contactId', 'dealId', 'ownerId', 'note'],
  order: ['number', 'amountCents', 'contactId', 'companyId', 'placedAt', 'ownerId'],
  product: ['name', 'sku', 'prices', 'category'],
  ticket: ['subject', 'description', 'contactId', 'companyId', 'priority', 'channel', 'ownerId'],
};
/** What the API has a value for where nothing is said. */
const given = ['lifecycle', 'status', 'priority', 'channel', 'placedAt', 'active'];
/** Set when a record is made, and afterwards only by what moves it. */
const settable = ['pipelineId', 'stageId'];

/** Fields that a new record may be given. */
export const newFields = (fields: readonly FieldDef[]): FieldDef[] =>
  fields
    .filter(({ name, isReadOnly, isOnlyAsked, isHidden }) =>
      settable.includes(name) ? !isHidden : !isReadOnly && !isOnlyAsked && !isHidden,
    )
    .map((field) => (given.includes(field.name) ? { ...field, isRequired: false } : field));

/** Those that are asked first, and those that are asked on demand. */
export function split(kind: ListedKind, fields: readonly FieldDef[], initial: Values) {
  const isFirst = ({ name, isRequired, type }: FieldDef) =>
    essential[kind].includes(name) ||
    name in initial ||
    (name.startsWith('custom.') && isRequired === true && type !== 'boolean');
  const place = ({ name }: FieldDef) => {
    const at = essential[kind].indexOf(name);
    return at < 0 ? essential[kind].length : at;
  };
  const first = fields.filter(isFirst).sort((one, other) => place(one) - place(other));
  return { first, others: fields.filter((field) => !isFirst(field)) };
}

/** The body of the request that makes the record. */
export function bodyOf(fields: readonly FieldDef[], values: Values): Values {
  const body: Values = {};
  let custom: Values = {};
  for (const field of fields) {
    const value = values[field.name];
    if (isEmpty(value)) continue;
    const patch = patchOf(field, value);
    custom = { ...custom, ...(patch.custom as Values | undefined) };
    Object.assign(body, patch);
  }
  return Object.keys(custom).length > 0 ? { ...body, custom } : body;
}

/** The field that a pointer of the API's error stands in. */
export function fieldAt(fields: readonly FieldDef[], pointer: string): string | undefined {
  const [first = '', second = ''] = pointer.replace(/^\//, '').split('/');
  const name = first === 'custom' ? `custom.${second}` : first;
  return fields.find((field) => field.name === name || field.currencyIn === name)?.name;
}

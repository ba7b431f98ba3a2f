import type { AnyRecord, Kind, ListedKind } from '../../api/kinds.ts';
import type { FieldDef } from '../../fields/field-def.ts';

/** What a list shows of a record beside its title: a field, and its width in CSS pixels where somebody chose one. */
export type Column = { field: string; width?: number };
/** The first column of every list; it is what the record is called, and always there. */
export const titleColumn = 'title';

const usual: Record<ListedKind, string[]> = {
  contact: [
    'score',
    'emails',
    'phones',
    'companyId',
    'jobTitle',
    'lifecycle',
    'ownerId',
    'tags',
    'createdAt',
  ],
  company: ['domains', 'industry', 'employees', 'ownerId', 'tags', 'createdAt'],
  deal: ['amountCents', 'stageId', 'companyId', 'contactId', 'ownerId', 'expectedCloseOn', 'tags'],
  task: ['dueOn', 'contactId', 'companyId', 'dealId', 'ownerId', 'tags'],
  order: ['status', 'amountCents', 'contactId', 'companyId', 'placedAt', 'ownerId'],
  product: ['sku', 'category', 'prices', 'unit', 'active', 'tags'],
  ticket: ['status', 'priority', 'contactId', 'companyId', 'ownerId', 'channel', 'createdAt'],
};
export const usualColumns = (kind: ListedKind): Column[] => usual[kind].map((field) => ({ field }));

/** What a line of a phone's list shows below the title. */
export const lineFields: Record<ListedKind, string[]> = {
  contact: ['score', 'emails', 'lifecycle'],
  company: ['industry', 'ownerId'],
  deal: ['amountCents', 'stageId'],
  task: ['dueOn', 'contactId'],
  order: ['amountCents', 'status'],
  product: ['sku', 'prices'],
  ticket: ['status', 'priority'],
};

/** The fields of which the title is made. */
export const inTitle: Record<ListedKind, string[]> = {
  contact: ['firstName', 'lastName'],
  company: ['name'],
  deal: ['name'],
  task: ['title'],
  order: ['number'],
  product: ['name'],
  ticket: ['subject'],
};
/** The order of the list by its title, where it has one. */
export const titleSort = (kind: ListedKind): string | undefined =>
  (['contact', 'company', 'deal', 'product'] as ListedKind[]).includes(kind) ? 'name' : undefined;

/** What is asked for beside the records, and shown with its reasons. */
export const isOutlook = (kind: Kind, name: string) =>
  kind === 'contact' && (name === 'score' || name === 'risk');

/** Fields that may be a column: carried by records, or asked for beside them, and not held back from the reader in every one. */
export const shownFields = (kind: ListedKind, fields: FieldDef[]) =>
  fields.filter(
    ({ name, isOnlyAsked, isHidden }) =>
      (!isOnlyAsked || isOutlook(kind, name)) && !isHidden && !inTitle[kind].includes(name),
  );

const widths: Partial<Record<FieldDef['type'], number>> = {
  number: 110,
  amount: 120,
  money: 130,
  boolean: 90,
  date: 130,
  birthday: 130,
  instant: 170,
  choice: 130,
  user: 160,
  record: 180,
  emails: 220,
  phones: 160,
  tags: 200,
};
export const titleWidth = 260;
export const widthOf = ({ width }: Column, field: FieldDef | undefined) =>
  width ?? (field && widths[field.type]) ?? 160;

/** Which way an order runs where nothing is said. */
const upward = ['name', 'closeOn', 'due'];
export const usualDirection = (sort: string): 'asc' | 'desc' => (upward.includes(sort) ? 'asc' : 'desc');

/** The letters that stand for a record in a phone's list. */
export const initialsOf = (title: string) =>
  title
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('');

/** What is marked as over in a list: a task that is done. As an attribute, which is not there where it is not so. */
export const isDone = (kind: ListedKind, { status }: AnyRecord) =>
  (kind === 'task' && status === 'done') || undefined;

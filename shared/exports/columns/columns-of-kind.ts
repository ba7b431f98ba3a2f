import { invalidField } from '../../core/errors.ts';
import type { ExportedKind } from '../data-export.ts';
import type { Cell, Column } from './column.ts';
import { joined, numeral } from './column.ts';
import { companyColumns, contactColumns } from './people-columns.ts';
import { activityColumns, dealColumns, orderColumns, orderLines, productColumns } from './sales-columns.ts';
import { promiseColumns, taskColumns, ticketColumns } from './work-columns.ts';

/** What of a field of the workspace's own its column is made with. */
type OwnField = { key: string; label: string };

/** A record of any kind, as the API shows it. */
export type Body = Record<string, unknown>;

const core: Record<ExportedKind, readonly Column<never>[]> = {
  contact: contactColumns,
  company: companyColumns,
  deal: dealColumns,
  task: taskColumns,
  activity: activityColumns,
  promise: promiseColumns,
  product: productColumns,
  order: orderColumns,
  ticket: ticketColumns,
};

type Money = { amountCents: number; currency: string };
const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amountCents' in value;
function ownCell(value: unknown): Cell {
  if (Array.isArray(value)) return joined(value.map(String));
  if (isMoney(value)) return `${(value.amountCents / 100).toFixed(2)} ${value.currency}`;
  if (typeof value === 'number') return numeral(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === undefined || value === null ? undefined : String(value);
}

/** Whether a header is taken for another field of a kind than the workspace's own. */
export type IsTaken = (kind: ExportedKind, header: string) => boolean;
const neverTaken: IsTaken = () => false;
/** The workspace's own fields by their labels, where those name one field. */
function ownColumns(kind: ExportedKind, fields: readonly OwnField[], isTaken: IsTaken): Column<never>[] {
  const headers = new Set((core[kind] as readonly Column<Body>[]).map(({ header }) => header.toLowerCase()));
  return fields.map(({ key, label }) => {
    const isFree = !headers.has(label.toLowerCase()) && !isTaken(kind, label);
    const header = isFree ? label : key;
    headers.add(header.toLowerCase());
    const cell = ({ custom }: Body) => ownCell((custom as Body | undefined)?.[key]);
    return { of: `custom.${key}`, header, cell } as Column<never>;
  });
}

/** `custom` is all of the workspace's own, `emails.address` a part of `emails`. */
const isMeant = (of: string, name: string) =>
  of === name || (of.startsWith('custom.') ? name === 'custom' : of === name.split('.')[0]);

/** Of two columns of one header the first: a contact's company is written, or is a record. */
const distinct = (columns: readonly Column<Body>[]): Column<Body>[] =>
  [...new Map(columns.toReversed().map((one) => [one.header, one])).values()].reverse();

const allColumns = (kind: ExportedKind, fields: readonly OwnField[], isTaken = neverTaken) =>
  [...core[kind], ...ownColumns(kind, fields, isTaken)] as unknown as Column<Body>[];

/** The columns that are asked for, in their order, each once; all where none are. Throws `validation_failed` for what there is not. */
export function columnsOf(
  kind: ExportedKind,
  fields: readonly OwnField[],
  asked: readonly string[] | undefined,
  isTaken?: IsTaken,
): Column<Body>[] {
  const all = allColumns(kind, fields, isTaken);
  if (!asked) return distinct(all);
  const chosen = asked.flatMap((name, at) => {
    const meant = all.filter(({ of }) => isMeant(of, name));
    if (meant.length > 0) return meant;
    throw invalidField(`/columns/${at}`, 'column_unknown', `A ${kind} has no column ${name}.`);
  });
  return distinct(chosen);
}

/** What a list shows of each record whatever its columns are. */
const titles: Record<ExportedKind, readonly string[]> = {
  contact: ['firstName', 'lastName'],
  company: ['name'],
  deal: ['name'],
  task: ['title'],
  activity: ['kind', 'subject'],
  promise: ['text'],
  product: ['name'],
  order: ['number'],
  ticket: ['subject'],
};
/** Columns as a view has them, behind what its list shows in front; what is only seen on a screen is left out. */
export function viewedColumns(
  kind: ExportedKind,
  fields: readonly OwnField[],
  shown: readonly string[],
): string[] {
  const all = allColumns(kind, fields);
  const known = shown.filter((name) => all.some(({ of }) => isMeant(of, name)));
  return [...new Set([...titles[kind], ...known])];
}

/** The rows that a record is: one, but for an order of several lines. */
export const rowsOf = (kind: ExportedKind, record: Body): Body[] =>
  kind === 'order' ? (orderLines(record as never) as unknown as Body[]) : [record];

import type * as z from 'zod';
import { type ByCurrency, type Leaf, type Part, tableOf } from './table-of.ts';

/** Figures of one currency each: cents of money, or shares of it. */
export type Sums = { isMoney: boolean; values: Readonly<Record<string, number>> };
export type Cell = string | number | undefined | Sums;
/** A row of a report: what names it, those that it lies in first, and its figures by column. */
export type ReportRow = {
  part: string;
  says: Readonly<Record<string, string>>;
  figures: Readonly<Record<string, Cell>>;
};

const isNested = ({ path }: Leaf) => path.filter((name) => name !== 'whole').length > 1;
/** What names a row, and the rows of the lists in it. */
const names = ({ leaves }: Part): Leaf[] => leaves.filter((leaf) => leaf.kind === 'word' && !isNested(leaf));
const others = ({ leaves }: Part): Leaf[] => leaves.filter((leaf) => leaf.kind !== 'word' || isNested(leaf));

export const namesIn = (part: Part): string[] => names(part).map(({ column }) => column);
export const figuresIn = (part: Part): string[] =>
  [...others(part), ...part.byCurrency].map(({ column }) => column);
const listsIn = (part: Part): Part[] => part.parts.flatMap((one) => [one, ...listsIn(one)]);
/** The whole of a report, and its lists, those in lists too. */
export function partsIn(report: z.ZodType): [Part, ...Part[]] {
  const whole = tableOf(report);
  return [whole, ...listsIn(whole)];
}

type Value = Record<string, unknown> | undefined;
const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => (inner as Value)?.[name], value);
const written = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(written).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

function figureOf({ path, kind }: Leaf, value: Value, currency: string | undefined): Cell {
  const found = at(value, path);
  if (typeof found !== 'number') return found === undefined || found === null ? undefined : written(found);
  return kind === 'reportCents' && currency ? { isMoney: true, values: { [currency]: found } } : found;
}
const sumsOf = ({ path, isMoney }: ByCurrency, value: Value): Cell => {
  const values = at(value, path) as Record<string, number> | undefined;
  return values && { isMoney, values };
};

function rowsOf(part: Part, value: Value, outer: ReportRow['says']): ReportRow[] {
  const own = names(part).map(({ column, path }) => [column, written(at(value, path))] as const);
  const says = { ...outer, ...Object.fromEntries(own) };
  const figures = Object.fromEntries([
    ...others(part).map((leaf) => [leaf.column, figureOf(leaf, value, says.currency)] as const),
    ...part.byCurrency.map((field) => [field.column, sumsOf(field, value)] as const),
  ]);
  return [{ part: part.name, says, figures }, ...part.parts.flatMap((one) => listed(one, value, says))];
}
function listed(part: Part, value: Value, outer: ReportRow['says']): ReportRow[] {
  const found = at(value, part.path) ?? [];
  return (Array.isArray(found) ? found : [found]).flatMap((one: Value) => rowsOf(part, one, outer));
}

/** All that a report says, as rows: of the whole, and of each thing that it lists. */
export const reportRows = (report: z.ZodType, answer: unknown): ReportRow[] =>
  rowsOf(tableOf(report), answer as Value, {});

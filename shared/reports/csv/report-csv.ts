import type * as z from 'zod';
import { csvSettings } from '../../core/csv-settings.ts';
import { amount, numeral } from '../../exports/columns/column.ts';
import { type ByCurrency, type Leaf, type Part, tableOf } from './table-of.ts';

type Line = Readonly<Record<string, string>>;
type Value = Record<string, unknown> | undefined;
/** What the values of a split are called, by the values. */
export type Labels = ReadonlyMap<string, string>;

const isNested = ({ path }: Leaf) => path.filter((name) => name !== 'whole').length > 1;
/** What names a row, and the rows of the lists in it. */
const names = ({ leaves }: Part): Leaf[] => leaves.filter((leaf) => leaf.kind === 'word' && !isNested(leaf));
const figures = ({ leaves, byCurrency }: Part): string[] => [
  ...leaves.filter((leaf) => leaf.kind !== 'word' || isNested(leaf)).map(({ column }) => column),
  ...byCurrency.map(({ column }) => column),
];
const inside = (part: Part): Part[] => part.parts.flatMap((one) => [one, ...inside(one)]);
const columnsOfNames = (part: Part) =>
  names(part).flatMap(({ column }) => (column === 'value' ? ['value', 'label'] : [column]));

/**
 * The columns of a report, which are the same whatever was asked and whoever asked: `part`, what names a row, its figures, and what is said of
 * the report itself. What somebody may not see is an empty cell.
 */
export function csvColumns(report: z.ZodType): string[] {
  const whole = tableOf(report);
  const lists = inside(whole);
  const hasMoney = [whole, ...lists].some(({ byCurrency }) => byCurrency.length > 0);
  const said = columnsOfNames(whole);
  const all = [
    'part',
    ...lists.flatMap(columnsOfNames).filter((column) => !said.includes(column)),
    ...(hasMoney || said.includes('currency') ? ['currency'] : []),
    ...[whole, ...lists].flatMap(figures),
    ...said,
  ];
  return [...new Set(all)];
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => (inner as Value)?.[name], value);
const written = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return numeral(value) ?? '';
  if (Array.isArray(value)) return value.map(written).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

function cellOf({ path, kind }: Leaf, value: Value, currency: string | undefined): string {
  const found = at(value, path);
  const isCents = kind === 'reportCents' && currency && typeof found === 'number';
  return isCents ? (amount(found) ?? '') : written(found);
}
const cellsOf = (leaves: readonly Leaf[], value: Value, currency?: string): Line =>
  Object.fromEntries(leaves.map((leaf) => [leaf.column, cellOf(leaf, value, currency)]));

/** A row's figures in each currency, which are lines of their own. */
function byCurrencies(fields: readonly ByCurrency[], value: Value): Map<string, Line> {
  const lines = new Map<string, Line>();
  for (const { column, path, isMoney } of fields)
    for (const [currency, figure] of Object.entries((at(value, path) ?? {}) as Record<string, number>)) {
      const cell = (isMoney ? amount(figure) : numeral(figure)) ?? '';
      lines.set(currency, { ...lines.get(currency), [column]: cell });
    }
  return new Map([...lines].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The lines of one thing: its own, one a currency, of which the first has what is no money; then those of its lists. */
function linesOf(part: Part, value: Value, outer: Line, labels: Labels): Line[] {
  const named = names(part);
  const said = cellsOf(named, value);
  const label = labels.get(said.value ?? '') ?? said.value;
  const all: Line = { ...outer, ...said, ...(label !== undefined && { label }) };
  const others = part.leaves.filter((leaf) => !named.includes(leaf));
  const own = cellsOf(others, value, all.currency);
  const money = [...byCurrencies(part.byCurrency, value)];
  const lines = money.map(([currency, cells], n) => ({ ...all, ...(n === 0 && own), ...cells, currency }));
  return [
    ...(lines.length > 0 ? lines : [{ ...all, ...own }]).map((line) => ({ ...line, part: part.name })),
    ...part.parts.flatMap((one) => listed(one, value, all, labels)),
  ];
}
function listed(part: Part, value: Value, outer: Line, labels: Labels): Line[] {
  const found = at(value, part.path) ?? [];
  const values = Array.isArray(found) ? found : [found];
  return values.flatMap((one: Value) => linesOf(part, one, outer, labels));
}

/** The values that a report's rows are of, each once: ids of records among them. */
export function valuesIn(report: z.ZodType, answer: unknown): string[] {
  const lines = linesOf(tableOf(report), answer as Value, {}, new Map());
  return [...new Set(lines.flatMap(({ value }) => value || []))];
}

/** A report as CSV (RFC 4180, UTF-8): a line for the whole, and for each month, value and stage that it lists. */
export async function reportCsv(report: z.ZodType, answer: unknown, labels: Labels): Promise<string> {
  const { stringify } = await import('csv-stringify/sync'); // few requests want it: not in the cold start
  const columns = csvColumns(report);
  const lines = linesOf(tableOf(report), answer as Value, {}, labels);
  return stringify(
    [columns, ...lines.map((line) => columns.map((column) => line[column] ?? ''))],
    csvSettings,
  );
}

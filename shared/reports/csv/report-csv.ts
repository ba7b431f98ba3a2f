import type * as z from 'zod';
import { csvSettings } from '../../core/csv-settings.ts';
import { amount, numeral } from '../../exports/columns/column.ts';
import { type Cell, figuresIn, namesIn, partsIn, type ReportRow, type Sums } from './report-rows.ts';
import type { Part } from './table-of.ts';

type Line = Readonly<Record<string, string>>;
/** What the values of a split are called, by the values. */
type Labels = ReadonlyMap<string, string>;

const withLabel = (part: Part) =>
  namesIn(part).flatMap((column) => (column === 'value' ? ['value', 'label'] : [column]));

/**
 * The columns of a report, which are the same whatever was asked and whoever asked: `part`, what names a row, its figures, and what is said of
 * the report itself. What somebody may not see is an empty cell.
 */
export function csvColumns(report: z.ZodType): string[] {
  const parts = partsIn(report);
  const [whole, ...lists] = parts;
  const hasMoney = parts.some(({ byCurrency }) => byCurrency.length > 0);
  const said = withLabel(whole);
  const all = [
    'part',
    ...lists.flatMap(withLabel).filter((column) => !said.includes(column)),
    ...(hasMoney || said.includes('currency') ? ['currency'] : []),
    ...parts.flatMap(figuresIn),
    ...said,
  ];
  return [...new Set(all)];
}

const isSums = (cell: Cell): cell is Sums => typeof cell === 'object';
const written = (cell: Cell): string =>
  (typeof cell === 'number' ? numeral(cell) : isSums(cell) ? undefined : cell) ?? '';
const inCurrency = ({ isMoney, values }: Sums, currency: string): string =>
  (isMoney ? amount : numeral)(values[currency]) ?? '';

/** A row as lines: one a currency, of which the first has what is no money. */
function linesOf({ part, says, figures }: ReportRow, labels: Labels): Line[] {
  const label = labels.get(says.value ?? '') ?? says.value;
  const named = { ...says, ...(label !== undefined && { label }), part };
  const cells = Object.entries(figures);
  const plain = Object.fromEntries(cells.map(([column, cell]) => [column, written(cell)]));
  const sums = cells.flatMap(([column, cell]) => (isSums(cell) ? [[column, cell] as const] : []));
  const currencies = new Set(sums.flatMap(([, { values }]) => Object.keys(values)));
  if (currencies.size === 0) return [{ ...named, ...plain }];
  return [...currencies].toSorted().map((currency, n) => ({
    ...named,
    ...(n === 0 && plain),
    ...Object.fromEntries(sums.map(([column, cell]) => [column, inCurrency(cell, currency)])),
    currency,
  }));
}

/** A report as CSV (RFC 4180, UTF-8): a line for the whole, and for each month, value and stage that it lists. */
export async function reportCsv(
  report: z.ZodType,
  rows: readonly ReportRow[],
  labels: Labels,
): Promise<string> {
  const { stringify } = await import('csv-stringify/sync'); // few requests want it: not in the cold start
  const columns = csvColumns(report);
  const lines = rows.flatMap((row) => linesOf(row, labels));
  return stringify(
    [columns, ...lines.map((line) => columns.map((column) => line[column] ?? ''))],
    csvSettings,
  );
}

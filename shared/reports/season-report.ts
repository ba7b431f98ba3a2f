import * as z from 'zod';
import { centsOfReport } from './csv/table-of.ts';
import { type Cells, type Measures, type Month, noValue, wholeValue } from './cube.ts';
import { unit } from './order-facts.ts';
import { monthsOf, type Period, ShownMonth } from './period.ts';
import { methodFor, seasonIndexes } from './seasonality.ts';

/** What is compared from month to month. */
export const SeasonMeasure = z.enum(['units', 'orders', 'revenue']);
type SeasonMeasure = z.infer<typeof SeasonMeasure>;

const SeasonMonth = z.object({
  month: z.int().min(1).max(12).describe('Of the year, January is 1.'),
  mean: centsOfReport(z.number()).describe('In the mean of the years: units, orders, or cents.'),
  index: z.number().optional().describe('1 is a mean month, 1.4 is 40 per cent more than one.'),
});
const SeasonRow = z.object({
  value: z.string().nullable().describe('Null: what is of no product, or of no category.'),
  total: centsOfReport(z.number()).describe('Units, orders, or cents.'),
  bestMonth: z.int().optional().describe('In which month of the year it sells best; absent below a year.'),
  months: z.array(SeasonMonth),
});
export const SeasonReport = z.object({
  from: ShownMonth.describe(
    'The first month in which anything was sold, where that is later than asked for.',
  ),
  to: ShownMonth,
  measure: SeasonMeasure,
  currency: z.string().optional(),
  method: z
    .enum(['moving_average', 'mean', 'mean_of_part'])
    .describe(
      'From 24 months on ratios to a centred moving average; from 12 on to the mean of the newest twelve; below, to the mean of what there is, which says little.',
    ),
  whole: SeasonRow.omit({ value: true }),
  rows: z.array(SeasonRow).describe('The most first.'),
});
export type SeasonReport = z.infer<typeof SeasonReport>;

export type SeasonCells = {
  period: Period;
  whole: Cells;
  cells: Cells;
  measure: SeasonMeasure;
  currency: string;
};

const amountOf = (measures: Measures = {}, measure: SeasonMeasure, currency: string): number => {
  if (measure === 'orders') return measures.orders ?? 0;
  return measure === 'units' ? (measures.units ?? 0) / unit : (measures[`cents.${currency}`] ?? 0);
};
const monthOfYear = (month: Month) => Number(month.slice(5));

type Sums = { months: readonly Month[]; values: readonly number[] };
/** Since the first month in which there was any: of before nothing is known but that it was not sold yet. */
function sinceFirst({ months, values }: Sums): Sums {
  const first = Math.max(
    0,
    values.findIndex((value) => value > 0),
  );
  return { months: months.slice(first), values: values.slice(first) };
}

function rowOf(sums: Sums) {
  const { months, values } = sinceFirst(sums);
  const indexes = seasonIndexes(values, monthOfYear(months[0] ?? '0000-01') - 1);
  const total = values.reduce((sum, value) => sum + value, 0);
  const own = indexes.flatMap((index, n) => {
    const all = values.filter((_, at) => monthOfYear(months[at] ?? '') === n + 1);
    if (all.length === 0) return [];
    return [{ month: n + 1, mean: all.reduce((sum, one) => sum + one, 0) / all.length, index }];
  });
  const best = own.toSorted((a, b) => (b.index ?? 0) - (a.index ?? 0))[0];
  const isKnown = methodFor(months.length) !== 'mean_of_part' && total > 0;
  return { total, ...(isKnown && best?.index && { bestMonth: best.month }), months: own };
}

/** The months from the first in which anything was sold. */
function monthsSold(whole: Cells, period: Period): Month[] {
  const months = [...(whole.get(wholeValue) ?? [])];
  const sold = months.flatMap(([month, { orders = 0 }]) => (orders > 0 ? [month] : [])).toSorted();
  return monthsOf(period).filter((month) => month >= (sold[0] ?? period.to));
}

export function seasonReport({ period, whole, cells, measure, currency }: SeasonCells): SeasonReport {
  const months = monthsSold(whole, period);
  const sumsOf = (own: ReadonlyMap<Month, Measures> | undefined): Sums => ({
    months,
    values: months.map((month) => amountOf(own?.get(month), measure, currency)),
  });
  const rows = [...cells].map(([value, own]) => ({
    value: value === noValue ? null : value,
    ...rowOf(sumsOf(own)),
  }));
  return {
    from: months[0] ?? period.from,
    to: period.to,
    measure,
    ...(measure === 'revenue' && { currency }),
    method: methodFor(months.length),
    whole: rowOf(sumsOf(whole.get(wholeValue))),
    rows: rows.filter(({ total }) => total > 0).toSorted((a, b) => b.total - a.total),
  };
}

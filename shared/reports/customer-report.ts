import * as z from 'zod';
import { type Cells, type Measures, type Month, noValue, sumOf, wholeValue } from './cube.ts';
import { histogramOf } from './histogram.ts';
import { monthsAfter, monthsOf, type Period, periodBefore, ShownMonth } from './period.ts';
import type { SplitCells } from './sales-report.ts';

/** Who bought in a period: contacts, each counted once however often it bought. */
export const CustomerFigures = z.object({
  customers: z.int().describe('Distinct contacts that bought in the period.'),
  new: z.int().describe('Those that bought for the first time.'),
  returning: z.int().describe('Those that had bought before the period.'),
  retained: z.int().describe('Those that had bought in the period of the same length just before.'),
  orders: z.int().describe('What they ordered in it.'),
  ordersPerCustomer: z.number().optional(),
});
const Named = { value: z.string().nullable().describe('Null: those of which nothing is said.') };
const CustomerPeriod = z.object({
  from: ShownMonth,
  to: ShownMonth,
  whole: CustomerFigures,
  rows: z.array(CustomerFigures.extend(Named)).optional().describe('By the values of what it is split by.'),
});
export const CustomerReport = CustomerPeriod.extend({
  months: z.array(CustomerFigures.extend({ month: ShownMonth })).describe('Of the whole, month by month.'),
  before: CustomerPeriod.optional().describe('The same of the period of the same length just before.'),
  retention: z
    .number()
    .optional()
    .describe('Of the customers of the period before, the share that bought in this one too, 0 to 1.'),
});

type Months = ReadonlyMap<Month, Measures>;
type Met = {
  month: Month /** The month before in which they bought; of new ones there is none. */;
  last?: Month;
  count: number;
};
/** Customers of months by when they bought last before. */
const metIn = (months: Months): Met[] =>
  [...months].flatMap(([month, measures]) => [
    { month, count: measures.new ?? 0 },
    ...[...histogramOf(measures, 'gap')].map(([gap, count]) => ({
      month,
      last: monthsAfter(month, -gap),
      count,
    })),
  ]);
const count = (all: readonly Met[]) => all.reduce((sum, one) => sum + one.count, 0);

/**
 * Of who buys in several months of a period, one is the first of them: the one whose month before lies before the period. So
 * customers are counted once each, in a period of any length.
 */
function customerFigures(all: Months, period: Period): z.infer<typeof CustomerFigures> {
  const months = new Map(monthsOf(period).map((month) => [month, all.get(month) ?? {}]));
  const first = metIn(months).filter(({ last }) => last === undefined || last < period.from);
  const before = periodBefore(period);
  const returning = first.filter(({ last }) => last !== undefined);
  const customers = count(first);
  const orders = sumOf(months.values()).orders ?? 0;
  return {
    customers,
    new: customers - count(returning),
    returning: count(returning),
    retained: count(returning.filter(({ last = '' }) => last >= before.from)),
    orders,
    ...(customers > 0 && { ordersPerCustomer: orders / customers }),
  };
}

/** Each value's measures month by month, and what is left of the whole. */
function rowsByMonth(whole: Months, cells: Cells): (readonly [string, Months])[] {
  const rest = [...whole].map(([month, measures]) => {
    const own = [...cells.values()].map((months) => months.get(month) ?? {});
    return [month, sumOf(own, -1, measures)] as const;
  });
  return [...cells, [noValue, new Map(rest)]];
}

const nobody: Months = new Map();
export function customerPeriod({ period, whole, split }: SplitCells) {
  const all = whole.get(wholeValue) ?? nobody;
  const rows = split && rowsByMonth(all, split.cells);
  return {
    ...period,
    whole: customerFigures(all, period),
    ...(rows && {
      rows: rows
        .map(([value, months]) => ({
          value: value === noValue ? null : value,
          ...customerFigures(months, period),
        }))
        .filter(({ customers }) => customers > 0)
        .toSorted((a, b) => b.customers - a.customers),
    }),
  };
}
export const customerMonths = ({ period, whole }: SplitCells) =>
  monthsOf(period).map((month) => ({
    month,
    ...customerFigures(whole.get(wholeValue) ?? nobody, { from: month, to: month }),
  }));

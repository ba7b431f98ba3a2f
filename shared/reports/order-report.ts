import * as z from 'zod';
import { type Measures, overMonths, rowsOf, wholeValue } from './cube.ts';
import { centsIn, meansIn, mediansIn } from './money.ts';
import { unit } from './order-facts.ts';
import { monthsOf, ShownMonth } from './period.ts';
import type { SplitCells } from './sales-report.ts';

const Cents = z.record(z.string(), z.int());
/** What was bought in a period. Cancelled and refunded orders are not among it. */
export const OrderFigures = z.object({
  orders: z.int().describe('Orders that were placed in the period, those cancelled or refunded left out.'),
  lines: z.int().optional().describe('Absent for whom the items are hidden.'),
  units: z.number().optional().describe('Quantities of all lines; likewise.'),
  revenueCents: Cents.optional().describe('Cents by ISO 4217 currency; absent for whom amounts are hidden.'),
  averageCents: Cents.optional().describe(
    'Of an order; not by product or category, which are parts of orders.',
  ),
  medianCents: Cents.optional().describe('Within one per cent; likewise.'),
});
type OrderFigures = z.infer<typeof OrderFigures>;

const OrderRow = OrderFigures.extend({
  value: z.string().nullable().describe('Null: those of which nothing is said.'),
});
const OrderPeriod = z.object({
  from: ShownMonth,
  to: ShownMonth,
  whole: OrderFigures,
  rows: z
    .array(OrderRow)
    .optional()
    .describe(
      'By the values of what it is split by, those of most orders first. By product or category: their own lines.',
    ),
});
export const OrderReport = OrderPeriod.extend({
  months: z.array(OrderFigures.extend({ month: ShownMonth })).describe('Of the whole, month by month.'),
  before: OrderPeriod.optional().describe('The same of the period of the same length just before.'),
});

function moneyFigures(measures: Measures) {
  const revenueCents = centsIn(measures, 'cents');
  const averageCents = meansIn(measures, 'size', revenueCents);
  return { revenueCents, averageCents, medianCents: mediansIn(measures, 'size', Object.keys(averageCents)) };
}
/** What somebody sees of orders; what tells of the rest is left out. */
export type OrderSight = { money: boolean; items: boolean };
const orderFigures = (measures: Measures, { money, items }: OrderSight): OrderFigures => ({
  orders: measures.orders ?? 0,
  ...(items && { lines: measures.lines ?? 0, units: (measures.units ?? 0) / unit }),
  ...(money && moneyFigures(measures)),
});

type Row = z.infer<typeof OrderRow>;
const byOrders = (a: Row, b: Row) => b.orders - a.orders || ((a.value ?? '~') < (b.value ?? '~') ? -1 : 1);

export function orderPeriod({ period, whole, split }: SplitCells, sight: OrderSight) {
  const all = overMonths(whole.get(wholeValue));
  const rows = split && rowsOf(all, split);
  return {
    ...period,
    whole: orderFigures(all, sight),
    ...(rows && {
      rows: rows
        .map(({ value, measures }) => ({ value, ...orderFigures(measures, sight) }))
        .toSorted(byOrders),
    }),
  };
}
export const orderMonths = ({ period, whole }: SplitCells, sight: OrderSight) =>
  monthsOf(period).map((month) => ({
    month,
    ...orderFigures(whole.get(wholeValue)?.get(month) ?? {}, sight),
  }));

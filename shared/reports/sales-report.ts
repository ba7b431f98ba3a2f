import * as z from 'zod';
import { Day } from '../core/day.ts';
import { type Cells, type Measures, overMonths, rowsOf, wholeValue } from './cube.ts';
import { type Histogram, histogramOf, Spread, spreadOf } from './histogram.ts';
import { centsIn, meansIn, mediansIn } from './money.ts';
import { monthsOf, type Period, ShownMonth } from './period.ts';

export const Money = z.record(z.string(), z.int());
const Gap = z.object({ won: z.int(), lost: z.int() });
/** What came of deals in a period. Deals that began in it (`opened`) and deals that were closed in it are not the same ones. */
export const SalesFigures = z.object({
  opened: z.int().describe('Deals that began in the period.'),
  open: z.int().describe('Those of them that are open still.'),
  won: z.int().describe('Deals that were won in the period.'),
  lost: z.int(),
  winRate: z.number().optional().describe('Won of those that were won or lost, 0 to 1.'),
  wonCents: Money.optional().describe('Cents by ISO 4217 currency; absent for whom amounts are hidden.'),
  lostCents: Money.optional(),
  averageWonCents: Money.optional(),
  medianWonCents: Money.optional().describe('Within one per cent.'),
  wonDays: Spread.optional().describe('Whole days from the beginning of a deal to its being won.'),
  lostDays: Spread.optional(),
  closedDays: Spread.optional().describe('Of both.'),
  wonListCents: Money.optional().describe('What their lines would come to by the list prices of the time.'),
  lostListCents: Money.optional(),
  without: z
    .object({ companyId: Gap.optional(), openedOn: Gap.optional() })
    .describe('Of how many that were won or lost nobody has said with which company, or when they began.'),
});
export type SalesFigures = z.infer<typeof SalesFigures>;

const named = { value: z.string().nullable().describe('Null: those of which nothing is said.') };
const SalesRow = SalesFigures.extend(named);
const Days = z.object({ first: Day, last: Day });
const SalesPeriod = z.object({
  from: ShownMonth,
  to: ShownMonth,
  openedOn: Days.optional().describe('The first and the last day on which a deal was said to begin.'),
  closedOn: Days.optional().describe('The first and the last day on which a deal was won or lost.'),
  whole: SalesFigures,
  rows: z.array(SalesRow).optional().describe('By the values of what it is split by, the most won first.'),
});
export const SalesReport = SalesPeriod.extend({
  pipelineId: z.string(),
  months: z.array(SalesFigures.extend({ month: ShownMonth })).describe('Of the whole, month by month.'),
  before: SalesPeriod.optional().describe('The same of the period of the same length just before.'),
});
export type SalesReport = z.infer<typeof SalesReport>;

const both = (one: Histogram, other: Histogram): Histogram => {
  const sums = new Map(one);
  for (const [value, count] of other) sums.set(value, (sums.get(value) ?? 0) + count);
  return sums;
};

function moneyFigures(measures: Measures) {
  const wonCents = centsIn(measures, 'won');
  return {
    wonCents,
    lostCents: centsIn(measures, 'lost'),
    wonListCents: centsIn(measures, 'won.list'),
    lostListCents: centsIn(measures, 'lost.list'),
    averageWonCents: meansIn(measures, 'wonSize', wonCents),
    medianWonCents: mediansIn(measures, 'wonSize', Object.keys(wonCents)),
  };
}

const gapOf = (measures: Measures, field: string) => ({
  won: measures[`won.no.${field}`] ?? 0,
  lost: measures[`lost.no.${field}`] ?? 0,
});

/** What somebody sees of deals; what tells of the rest is left out. */
export type DealSight = { money: boolean; companyId: boolean; openedOn: boolean; expectedCloseOn: boolean };

function daysFigures(measures: Measures) {
  const [wonDays, lostDays] = [histogramOf(measures, 'wonDays'), histogramOf(measures, 'lostDays')];
  return {
    wonDays: spreadOf(wonDays),
    lostDays: spreadOf(lostDays),
    closedDays: spreadOf(both(wonDays, lostDays)),
  };
}

/** Figures of summed measures. */
function salesFigures(measures: Measures, sight: DealSight): SalesFigures {
  const { opened = 0, won = 0, lost = 0 } = measures;
  return {
    opened,
    open: measures['was.open'] ?? 0,
    won,
    lost,
    ...(won + lost > 0 && { winRate: won / (won + lost) }),
    ...(sight.money && moneyFigures(measures)),
    ...(sight.openedOn && daysFigures(measures)),
    without: {
      ...(sight.companyId && { companyId: gapOf(measures, 'companyId') }),
      ...(sight.openedOn && { openedOn: gapOf(measures, 'openedOn') }),
    },
  };
}

const byWon = (a: z.infer<typeof SalesRow>, b: z.infer<typeof SalesRow>) =>
  b.won - a.won || b.opened - a.opened;

/** What was read of a period: the cells of the whole, and those of the dimension that it is split by. */
export type SplitCells = {
  period: Period;
  whole: Cells;
  split: { dimension: string; cells: Cells } | undefined;
};

/** The first and the last day that measures of months tell, `<prefix>.<day of the month>`. */
function daysIn(whole: Cells, prefix: string) {
  const days = [...(whole.get(wholeValue) ?? [])].flatMap(([month, measures]) =>
    [...histogramOf(measures, prefix).keys()].map((day) => `${month}-${String(day).padStart(2, '0')}`),
  );
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
  return first && last ? { first, last } : undefined;
}

export function salesPeriod({ period, whole, split }: SplitCells, sight: DealSight) {
  const all = overMonths(whole.get(wholeValue));
  const rows = split && rowsOf(all, split);
  return {
    ...period,
    ...(sight.openedOn && { openedOn: daysIn(whole, 'openedOn') }),
    closedOn: daysIn(whole, 'closedOn'),
    whole: salesFigures(all, sight),
    ...(rows && {
      rows: rows.map(({ value, measures }) => ({ value, ...salesFigures(measures, sight) })).toSorted(byWon),
    }),
  };
}

export const salesMonths = ({ period, whole }: SplitCells, sight: DealSight) =>
  monthsOf(period).map((month) => ({
    month,
    ...salesFigures(whole.get(wholeValue)?.get(month) ?? {}, sight),
  }));

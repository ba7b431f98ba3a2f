import * as z from 'zod';
import { type Cells, type Measures, type Month, wholeValue } from './cube.ts';
import { monthsBetween } from './customer-facts.ts';
import { histogramOf, Spread, spreadOf } from './histogram.ts';
import { monthsAfter, monthsOf, type Period, ShownMonth } from './period.ts';

const Returned = z.object({ after: z.int(), customers: z.int(), share: z.number() });
const Cohort = z.object({
  month: ShownMonth.describe('In which they bought for the first time.'),
  customers: z.int(),
  again: z.int().describe('Those of them that bought in any later month.'),
  returned: z
    .array(Returned)
    .describe('How many of them bought so many months after the first, up to the present month.'),
  lifetimeOrders: Spread.optional().describe('Orders of each of them so far.'),
});
type Cohort = z.infer<typeof Cohort>;
export const CohortReport = z.object({
  from: ShownMonth,
  to: ShownMonth,
  cohorts: z.array(Cohort),
  retention: z
    .array(Returned)
    .describe(
      'Of all cohorts together that are so many months old, the present month left out: it is not over.',
    ),
});

function cohortOf(month: Month, measures: Measures, present: Month): Cohort {
  const customers = measures.new ?? 0;
  const back = histogramOf(measures, 'back');
  const last = Math.max(0, monthsBetween(month, present), ...back.keys());
  const returned = Array.from({ length: customers > 0 ? last : 0 }, (_, n) => {
    const came = back.get(n + 1) ?? 0;
    return { after: n + 1, customers: came, share: came / customers };
  });
  const lifetimeOrders = spreadOf(histogramOf(measures, 'lifetime'));
  return { month, customers, again: measures.again ?? 0, returned, lifetimeOrders };
}

/** For each distance, over the cohorts that are as old: who came back, of whom. */
function retentionOf(cohorts: readonly Cohort[], present: Month) {
  const ages = cohorts.map(({ month }) => monthsBetween(month, present) - 1);
  return Array.from({ length: Math.max(0, ...ages) }, (_, n) => {
    const old = cohorts.filter(({ month }) => monthsAfter(month, n + 1) < present);
    const all = old.reduce((sum, { customers }) => sum + customers, 0);
    const customers = old.reduce((sum, { returned }) => sum + (returned[n]?.customers ?? 0), 0);
    return { after: n + 1, customers, share: all > 0 ? customers / all : 0 };
  });
}

/** Who first bought in each month of the period, and how many of them came back after one month, two, and so on. */
export function cohortReport(period: Period, whole: Cells, present: Month): z.infer<typeof CohortReport> {
  const months = whole.get(wholeValue);
  const cohorts = monthsOf(period).map((month) => cohortOf(month, months?.get(month) ?? {}, present));
  return { ...period, cohorts, retention: retentionOf(cohorts, present) };
}

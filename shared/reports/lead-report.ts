import * as z from 'zod';
import { type Measures, overMonths, rowsOf, wholeValue } from './cube.ts';
import { monthsOf, ShownMonth } from './period.ts';
import type { SplitCells } from './sales-report.ts';

/** What became of the contacts that came in a period. */
export const LeadFigures = z.object({
  leads: z.int().describe('Contacts that came in the period, whatever they are by now.'),
  lead: z.int().describe('Those of them that are leads still.'),
  qualified: z.int(),
  customers: z.int(),
  former: z.int(),
  qualifiedRate: z.number().optional().describe('Qualified, customers and former of all, 0 to 1.'),
  conversion: z.number().optional().describe('Customers and former of all, 0 to 1.'),
  bought: z
    .int()
    .optional()
    .describe('Those that ever placed an order; absent for whom what contacts have bought is hidden.'),
});
type LeadFigures = z.infer<typeof LeadFigures>;
const LeadRow = LeadFigures.extend({
  value: z.string().nullable().describe('Null: those of which nothing is said.'),
});
const LeadPeriod = z.object({
  from: ShownMonth,
  to: ShownMonth,
  whole: LeadFigures,
  rows: z.array(LeadRow).optional().describe('By the values of what it is split by, the most leads first.'),
});
export const LeadReport = LeadPeriod.extend({
  months: z.array(LeadFigures.extend({ month: ShownMonth })).describe('Of the whole, month by month.'),
  before: LeadPeriod.optional().describe('The same of the period of the same length just before.'),
});

function leadFigures(measures: Measures, seesBought: boolean): LeadFigures {
  const { leads = 0, bought = 0 } = measures;
  const is = (lifecycle: string) => measures[`was.${lifecycle}`] ?? 0;
  const [qualified, customers, former] = [is('qualified'), is('customer'), is('former')];
  return {
    ...{ leads, lead: is('lead'), qualified, customers, former },
    ...(leads > 0 && {
      qualifiedRate: (qualified + customers + former) / leads,
      conversion: (customers + former) / leads,
    }),
    ...(seesBought && { bought }),
  };
}

export function leadPeriod({ period, whole, split }: SplitCells, seesBought: boolean) {
  const all = overMonths(whole.get(wholeValue));
  const rows = split && rowsOf(all, split);
  return {
    ...period,
    whole: leadFigures(all, seesBought),
    ...(rows && {
      rows: rows
        .map(({ value, measures }) => ({ value, ...leadFigures(measures, seesBought) }))
        .toSorted((a, b) => b.leads - a.leads),
    }),
  };
}
export const leadMonths = ({ period, whole }: SplitCells, seesBought: boolean) =>
  monthsOf(period).map((month) => ({
    month,
    ...leadFigures(whole.get(wholeValue)?.get(month) ?? {}, seesBought),
  }));

import * as z from 'zod';
import { type Measures, overMonths, rowsOf, wholeValue } from './cube.ts';
import { centsIn } from './money.ts';
import { ShownMonth } from './period.ts';
import { Money, type SplitCells } from './sales-report.ts';
import type { Spend } from './spend.ts';

const SourceFigures = z.object({
  leads: z.int().optional().describe('Contacts that came in the period; absent for who reads no contacts.'),
  customers: z.int().optional().describe('Those of them that are or were customers by now.'),
  conversion: z.number().optional().describe('Customers of leads, 0 to 1.'),
  opened: z.int().describe('Deals that began in the period.'),
  won: z.int().describe('Deals that were won in the period.'),
  lost: z.int(),
  winRate: z.number().optional().describe('Won of those that were won or lost, 0 to 1.'),
  wonCents: Money.optional().describe('Absent for whom amounts are hidden.'),
  spentCents: Money.optional().describe('Absent for who may not read what is spent.'),
  perLeadCents: Money.optional().describe('Spent on each lead: whole cents; for who sees every lead.'),
  perCustomerCents: Money.optional().describe('Spent on each lead that became a customer: whole cents.'),
  returns: z
    .record(z.string(), z.number())
    .optional()
    .describe(
      'Revenue won less what was spent, by what was spent, in each currency: 0.5 is half again. For who sees every deal.',
    ),
});
type SourceFigures = z.infer<typeof SourceFigures>;
const SourcePeriod = z.object({
  from: ShownMonth,
  to: ShownMonth,
  whole: SourceFigures,
  rows: z.array(
    SourceFigures.extend({ value: z.string().nullable().describe('Null: those of which nothing is said.') }),
  ),
});
type SourcePeriod = z.infer<typeof SourcePeriod>;
export const SourceReport = SourcePeriod.extend({
  pipelineId: z.string(),
  splitBy: z.enum(['source', 'campaign']),
  before: SourcePeriod.optional().describe('The same of the period of the same length just before.'),
});
export type SourceReport = z.infer<typeof SourceReport>;

/** What somebody sees: sums of money, and whether everybody's leads and deals, on which all was spent. */
export type SourceSight = { money: boolean; everyLead: boolean; everyDeal: boolean };
type Known = { leads: Measures | undefined; deals: Measures; spent: Record<string, number> | undefined };
const per = (cents: Record<string, number>, count: number | undefined) =>
  count
    ? Object.fromEntries(Object.entries(cents).map(([name, all]) => [name, Math.round(all / count)]))
    : undefined;

function leadFigures(measures: Measures | undefined) {
  if (!measures) return {};
  const { leads = 0 } = measures;
  const customers = (measures['was.customer'] ?? 0) + (measures['was.former'] ?? 0);
  return { leads, customers, ...(leads > 0 && { conversion: customers / leads }) };
}

/** What was spent is of everybody's: it is held to leads and to revenue only where these are everybody's too. */
function ofSpent(
  { leads, spent = {} }: Known,
  wonCents: Record<string, number> | undefined,
  sight: SourceSight,
) {
  const came: { leads?: number; customers?: number } = sight.everyLead ? leadFigures(leads) : {};
  const returns = Object.entries(spent).flatMap(([currency, cents]) =>
    sight.everyDeal && wonCents && cents > 0
      ? [[currency, ((wonCents[currency] ?? 0) - cents) / cents] as const]
      : [],
  );
  return {
    spentCents: spent,
    perLeadCents: per(spent, came.leads),
    perCustomerCents: per(spent, came.customers),
    ...(returns.length > 0 && { returns: Object.fromEntries(returns) }),
  };
}

function figures(known: Known, sight: SourceSight): SourceFigures {
  const { leads, deals, spent } = known;
  const { opened = 0, won = 0, lost = 0 } = deals;
  const wonCents = sight.money ? centsIn(deals, 'won') : undefined;
  return {
    ...leadFigures(leads),
    ...{ opened, won, lost },
    ...(won + lost > 0 && { winRate: won / (won + lost) }),
    ...(wonCents && { wonCents }),
    ...(spent && ofSpent(known, wonCents, sight)),
  };
}

function spentBy(spend: readonly Spend[], spentOn: (one: Spend) => string | null) {
  const sums = new Map<string | null, Record<string, number>>();
  for (const one of spend) {
    const into = sums.get(spentOn(one)) ?? {};
    into[one.currency] = (into[one.currency] ?? 0) + one.amountCents;
    sums.set(spentOn(one), into);
  }
  return sums;
}

type Read = { leads: SplitCells | undefined; deals: SplitCells; spend: readonly Spend[] | undefined };
const valuesIn = (cells: SplitCells) => {
  const all = overMonths(cells.whole.get(wholeValue));
  const rows = cells.split ? rowsOf(all, cells.split) : [];
  return { all, rows: new Map(rows.map(({ value, measures }) => [value, measures])) };
};

/** What each source or campaign brought: leads, customers, revenue, and what was spent on it. */
export function sourcePeriod(
  splitBy: SourceReport['splitBy'],
  { leads, deals, spend }: Read,
  sight: SourceSight,
): SourcePeriod {
  const [came, sold] = [leads && valuesIn(leads), valuesIn(deals)];
  const spentOn = ({ source, campaign }: Spend) => (splitBy === 'source' ? source : (campaign ?? null));
  const spent = spend && spentBy(spend, spentOn);
  const spentInAll = spend && (spentBy(spend, () => null).get(null) ?? {});
  const values = new Set([...(came?.rows.keys() ?? []), ...sold.rows.keys(), ...(spent?.keys() ?? [])]);
  const rows = [...values].map((value) => ({
    value,
    ...figures(
      {
        leads: came && (came.rows.get(value) ?? {}),
        deals: sold.rows.get(value) ?? {},
        spent: spent && (spent.get(value) ?? {}),
      },
      sight,
    ),
  }));
  return {
    ...deals.period,
    whole: figures({ leads: came?.all, deals: sold.all, spent: spentInAll }, sight),
    rows: rows.toSorted((a, b) => b.won - a.won || (b.leads ?? 0) - (a.leads ?? 0)),
  };
}

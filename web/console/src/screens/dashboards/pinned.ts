import { periodNamed } from '../reports/periods.ts';
import { queryOf } from '../reports/queries.ts';
import type { ReportId } from '../reports/reports.ts';
import type { ReportSearch } from '../reports/search.ts';

type Shown = { part?: string; figures?: string[]; chart?: 'bar' | 'line' | 'stacked' | 'table' };
/** What of a report stands on a tile at first; what is not here the API chooses. */
const shown: Partial<Record<ReportId, Shown>> = {
  sales: { part: 'rows', figures: ['wonAmount', 'won', 'winRate'] },
  funnel: { part: 'stages', figures: ['entered', 'lostHere', 'conversion'] },
  forecast: { part: 'months', figures: ['amount', 'weightedAmount', 'expectedAmount'] },
  performance: { part: 'rows', figures: ['wonAmount', 'target.wonAmount', 'reached.won'] },
  sources: { part: 'rows', figures: ['leads', 'won', 'conversion', 'wonAmount'] },
  leads: { part: 'rows', figures: ['leads', 'customers', 'conversion'] },
  orders: { part: 'months', figures: ['revenueAmount', 'orders', 'units'], chart: 'line' },
  seasons: { part: 'rows', figures: ['total', 'bestMonth'] },
  customers: { part: 'months', figures: ['new', 'returning'], chart: 'stacked' },
  cohorts: { part: 'cohorts', figures: ['customers', 'again'] },
};
/** Periods of the console's names as tiles have them. */
const relative: Partial<Record<string, string>> = {
  year: 'last_12_months',
  month: 'this_month',
  quarter: 'this_quarter',
  thisYear: 'this_year',
  lastYear: 'last_year',
};

/** A report as it is shown, as a tile keeps it: a period that has a name goes with the months. */
export function pinned(search: ReportSearch, present: string, title: string) {
  const { from, to, ...rest } = queryOf(search);
  const period = from && to ? relative[periodNamed(search, present)] : undefined;
  const months = !period && from && to ? { from, to } : {};
  return {
    title,
    report: search.report,
    query: { ...rest, ...months },
    ...(period && { period }),
    ...shown[search.report],
  };
}

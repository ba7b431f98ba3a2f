import { monthsAfter } from '../reports/period.ts';
import type { RelativePeriod } from './tile-options.ts';

/** Which months a period is of in a month. */
export function monthsIn(period: RelativePeriod, present: string): { from: string; to: string } {
  const year = present.slice(0, 4);
  const quarter = monthsAfter(present, -((Number(present.slice(5)) - 1) % 3));
  const before = String(Number(year) - 1);
  const all: Record<RelativePeriod, [from: string, to: string]> = {
    last_12_months: [monthsAfter(present, -11), present],
    this_month: [present, present],
    last_month: [monthsAfter(present, -1), monthsAfter(present, -1)],
    this_quarter: [quarter, present],
    last_quarter: [monthsAfter(quarter, -3), monthsAfter(quarter, -1)],
    this_year: [`${year}-01`, present],
    last_year: [`${before}-01`, `${before}-12`],
  };
  const [from, to] = all[period];
  return { from, to };
}

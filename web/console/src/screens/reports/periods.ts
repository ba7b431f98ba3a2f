import { reportOf } from './reports.ts';
import { monthsAfter, type ReportSearch } from './search.ts';

export const periodNames = ['year', 'month', 'quarter', 'thisYear', 'lastYear', 'other'] as const;
type PeriodName = (typeof periodNames)[number];
type Period = { id: PeriodName; from: string; to: string };

/** The periods that one asks for by name, in a month: the last twelve months, this month, this quarter, this year, the year before. */
export function periods(present: string): Period[] {
  const [year, month] = [present.slice(0, 4), Number(present.slice(5))];
  const quarter = monthsAfter(present, -((month - 1) % 3));
  const before = String(Number(year) - 1);
  return [
    { id: 'year', from: monthsAfter(present, -11), to: present },
    { id: 'month', from: present, to: present },
    { id: 'quarter', from: quarter, to: present },
    { id: 'thisYear', from: `${year}-01`, to: present },
    { id: 'lastYear', from: `${before}-01`, to: `${before}-12` },
  ];
}
type Asked = { from: string; to: string; period?: string | undefined };
/** What a period is called: in January this quarter is this month, so that it matters by which name it was asked for. */
export function periodNamed({ from, to, period }: Asked, present: string): PeriodName {
  const same = periods(present).filter((one) => one.from === from && one.to === to);
  return (same.find(({ id }) => id === period) ?? same[0])?.id ?? 'other';
}

/** The months that a report is asked for; none where it has its own and nobody has asked for others. */
export function monthsAsked(
  search: Pick<ReportSearch, 'report'> & Asked,
  present: string,
): Record<string, string> {
  const { report, from, to } = search;
  const { isNow, hasOwnMonths } = reportOf(report);
  return isNow || (hasOwnMonths && periodNamed(search, present) === 'year') ? {} : { from, to };
}

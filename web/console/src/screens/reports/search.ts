import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReportId, reportIds } from './reports.ts';

/** What a report's address says: whoever opens it sees the same report, as far as they may. Months like `2026-11`. */
export type ReportSearch = {
  report: ReportId;
  from: string;
  to: string;
  /** The name by which the months were asked for. */
  period: string | undefined;
  splitBy: string | undefined;
  pipelineId: string | undefined;
};

const textOf = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
const monthOf = (value: unknown) => (/^\d{4}-\d{2}$/.test(String(value)) ? String(value) : undefined);
const isReport = (value: unknown): value is ReportId => reportIds.some((id) => id === value);

/** The month so many after another. */
export function monthsAfter(month: string, count: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** An address may have been written by anybody; what is not understood in it is left aside. */
function readSearch(search: Record<string, unknown>, present: string): ReportSearch {
  const to = monthOf(search.to) ?? present;
  const [from = to] = [monthOf(search.from) ?? monthsAfter(to, -11), to].toSorted();
  return {
    report: isReport(search.report) ? search.report : 'sales',
    from,
    to,
    period: textOf(search.period),
    splitBy: textOf(search.splitBy),
    pipelineId: textOf(search.pipelineId),
  };
}

/** Months of reports are UTC. */
export const presentMonth = () => new Date().toISOString().slice(0, 7);

/** The report's address, and how it becomes another. Another report keeps the period, and not what it is split by. */
export function useReportSearch() {
  const present = presentMonth();
  const search = readSearch(useSearch({ strict: false }), present);
  const navigate = useNavigate();
  const go = (next: Partial<ReportSearch>) => {
    const { period, splitBy, pipelineId, ...rest } = { ...search, ...next };
    const said = { period, splitBy, pipelineId };
    const all = { ...rest, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value)) };
    void navigate({ to: '.', search: all as never, replace: true });
  };
  return { search, present, go };
}

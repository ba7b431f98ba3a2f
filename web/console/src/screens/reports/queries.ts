import { queryOptions } from '@tanstack/react-query';
import { RapportError } from '../../../../client/src/index.ts';
import { api } from '../../api/client.ts';
import { monthsAsked } from './periods.ts';
import { type ReportId, reportOf, splitOf } from './reports.ts';
import { presentMonth, type ReportSearch } from './search.ts';

const operations = {
  sales: 'getSalesReport',
  funnel: 'getFunnelReport',
  forecast: 'getForecastReport',
  performance: 'getPerformanceReport',
  sources: 'getSourceReport',
  leads: 'getLeadReport',
  orders: 'getOrderReport',
  seasons: 'getSeasonReport',
  customers: 'getCustomerReport',
  cohorts: 'getCohortReport',
  activities: 'getActivityReport',
  responses: 'getResponseReport',
  use: 'getUseReport',
  quality: 'getQualityReport',
} as const satisfies Record<ReportId, keyof ReturnType<typeof api>>;
type Client = ReturnType<typeof api>;
type Answer<R extends ReportId> = Awaited<ReturnType<Client[(typeof operations)[R]]>>;

/** What of an address a report's operation is asked with. */
export function queryOf(search: ReportSearch): Record<string, string> {
  const { report, pipelineId } = search;
  const { ofPipeline } = reportOf(report);
  const splitBy = splitOf(report, search.splitBy);
  return {
    ...monthsAsked(search, presentMonth()),
    ...(splitBy && { [report === 'performance' ? 'by' : 'splitBy']: splitBy }),
    ...(ofPipeline && pipelineId && { pipelineId }),
  };
}

/** A report as it is shown: the figures of the period before beside it, which cost no request more. Figures are a second old at most, and are read anew when somebody comes back. */
export const reportQuery = <R extends ReportId>(report: R, search: ReportSearch) =>
  queryOptions({
    queryKey: ['reports', report, queryOf(search)] as const,
    queryFn: ({ signal }) => {
      const ask = api()[operations[report]] as unknown as (
        asked: { query: object },
        options: { signal: AbortSignal },
      ) => Promise<Answer<R>>;
      const query = queryOf(search);
      const alone = () => ask({ query }, { signal });
      if (!reportOf(report).isCompared) return alone();
      return ask({ query: { ...query, compare: 'before' } }, { signal }).catch((error: unknown) => {
        if (error instanceof RapportError && error.code === 'report_too_wide') return alone(); // half of it may do
        throw error;
      });
    },
  });

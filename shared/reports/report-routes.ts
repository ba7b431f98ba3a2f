import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { OwnerQuery } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { CompareQuery } from './compared.ts';
import { ForecastReport } from './forecast-report.ts';
import { FunnelReport } from './funnel-report.ts';
import { PeriodQuery } from './period.ts';
import { SalesReport } from './sales-report.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const errors = [
  'pipeline_not_found',
  'validation_failed',
  'report_too_wide',
  'dimension_out_of_reach',
  'field_forbidden',
  'report_field_missing',
];

/** What reports of deals are split by; each but the first two is a field that a role may hide. */
export const DealDimension = z.enum([
  'owner',
  'team',
  'source',
  'campaign',
  'company',
  'industry',
  'product',
  'reason',
  'custom',
]);
export type DealDimension = z.infer<typeof DealDimension>;

const dealReportQuery = {
  pipelineId: idOf('pipeline').optional().describe('The workspace’s default where it is left out.'),
  ...PeriodQuery,
  splitBy: DealDimension.optional(),
  ownerId: OwnerQuery.optional(),
};

export const getSalesReportRoute = defineRoute({
  operationId: 'getSalesReport',
  method: 'GET',
  path: '/v1/reports/sales',
  tag: 'Reports',
  summary: 'What was opened, won and lost, what it came to and how long it took',
  description:
    'Of the deals that one may see, month by month, and split by what one likes. Figures are counters that every change of a deal moves within a second: the answer reads counters and no deals. Months are UTC.',
  access: 'deals:read',
  ...nothing,
  query: z.strictObject({ ...dealReportQuery, ...CompareQuery }),
  status: 200,
  response: SalesReport,
  errors,
  example: { query: { from: '2026-01', to: '2026-11', splitBy: 'source' } },
});

export const getFunnelReportRoute = defineRoute({
  operationId: 'getFunnelReport',
  method: 'GET',
  path: '/v1/reports/funnel',
  tag: 'Reports',
  summary: 'Where deals go on, and where they drop out',
  description:
    'Of the deals that began in the period: how many entered each stage, the lost ones among them, how many went on, where others were lost, and how long they stood in it.',
  access: 'deals:read',
  ...nothing,
  query: z.strictObject({ ...dealReportQuery, ...CompareQuery }),
  status: 200,
  response: FunnelReport,
  errors,
  example: { query: { from: '2026-01', to: '2026-11' } },
});

export const getForecastReportRoute = defineRoute({
  operationId: 'getForecastReport',
  method: 'GET',
  path: '/v1/reports/forecast',
  tag: 'Reports',
  summary: 'What open deals come to, by stage and by the month in which they are expected',
  description:
    'Weighted by the chances that the pipeline gives its stages, and by what became of earlier deals that got as far and were open as long.',
  access: 'deals:read',
  ...nothing,
  query: z.strictObject({
    pipelineId: dealReportQuery.pipelineId,
    splitBy: DealDimension.exclude(['reason']).optional(),
    ownerId: dealReportQuery.ownerId,
  }),
  status: 200,
  response: ForecastReport,
  errors,
  example: { query: { splitBy: 'owner' } },
});

export const reportRoutes = [getSalesReportRoute, getFunnelReportRoute, getForecastReportRoute];

import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { defineRoute } from '../core/route.ts';
import { CompareQuery } from './compared.ts';
import { PerformanceReport } from './performance-report.ts';
import { PeriodQuery } from './period.ts';
import { SourceReport } from './source-report.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const errors = ['pipeline_not_found', 'validation_failed', 'report_too_wide', 'field_forbidden'];
const pipelineId = idOf('pipeline').optional().describe('The workspace’s default where it is left out.');

export const getPerformanceReportRoute = defineRoute({
  operationId: 'getPerformanceReport',
  method: 'GET',
  path: '/v1/reports/performance',
  tag: 'Reports',
  summary: 'What users or teams have won, against what they were to reach',
  description:
    'Of the deals and the targets that one may see: a seller’s numbers are the seller’s. A target of the pipeline goes before one of all pipelines.',
  access: 'deals:read',
  ...nothing,
  query: z.strictObject({
    pipelineId,
    ...PeriodQuery,
    ...CompareQuery,
    by: z.enum(['owner', 'team']).default('owner').describe('Teams for who reaches everybody’s deals.'),
  }),
  status: 200,
  response: PerformanceReport,
  errors: [...errors, 'dimension_out_of_reach'],
  example: { query: { from: '2026-10', to: '2026-12' } },
});

export const getSourceReportRoute = defineRoute({
  operationId: 'getSourceReport',
  method: 'GET',
  path: '/v1/reports/sources',
  tag: 'Reports',
  summary: 'What each source or campaign brings: leads, customers, revenue, and what is spent on it',
  description:
    'Leads are for who reads contacts, what is spent for who has reports:read. Leads, deals and spend are each of the period: a deal that is won may be of a lead from before it.',
  access: 'deals:read',
  ...nothing,
  query: z.strictObject({
    pipelineId,
    ...PeriodQuery,
    ...CompareQuery,
    splitBy: z.enum(['source', 'campaign']).default('source'),
  }),
  status: 200,
  response: SourceReport,
  errors,
  example: { query: { from: '2026-01', to: '2026-11' } },
});

export const teamReportRoutes = [getPerformanceReportRoute, getSourceReportRoute];

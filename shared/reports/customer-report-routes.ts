import * as z from 'zod';
import { OwnerQuery } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { CohortReport } from './cohort-report.ts';
import { CompareQuery } from './compared.ts';
import { CustomerReport } from './customer-report.ts';
import { LeadReport } from './lead-report.ts';
import { PeriodQuery } from './period.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const errors = ['validation_failed', 'report_too_wide', 'dimension_out_of_reach', 'field_forbidden'];
const leadErrors = [...errors, 'report_field_missing'];

/**
 * What reports of customers are split by; the last is a field that a role may hide.
 * @public
 */
export const CustomerDimension = z.enum(['owner', 'team', 'source']);
/** What reports of leads are split by. */
export const LeadDimension = z.enum(['owner', 'team', 'source', 'campaign', 'custom']);
export type LeadDimension = z.infer<typeof LeadDimension>;

export const getCustomerReportRoute = defineRoute({
  operationId: 'getCustomerReport',
  method: 'GET',
  path: '/v1/reports/customers',
  tag: 'Reports',
  summary: 'Who bought: new customers and those who came back',
  description:
    'Distinct contacts with orders in the period, those cancelled or refunded left out, counted exactly in a period of any length; merged contacts are one. Of the contacts that one may see, and for who may read every order.',
  access: 'contacts:read',
  ...nothing,
  query: z.strictObject({
    ...PeriodQuery,
    splitBy: CustomerDimension.optional(),
    ownerId: OwnerQuery.optional(),
    ...CompareQuery,
  }),
  status: 200,
  response: CustomerReport,
  errors,
  example: { query: { from: '2026-01', to: '2026-11', splitBy: 'source' } },
});

export const getCohortReportRoute = defineRoute({
  operationId: 'getCohortReport',
  method: 'GET',
  path: '/v1/reports/cohorts',
  tag: 'Reports',
  summary: 'How many of those who first bought in a month came back in later ones',
  description: 'For who may read every order, of the contacts that one may see.',
  access: 'contacts:read',
  ...nothing,
  query: z.strictObject({ ...PeriodQuery, ownerId: OwnerQuery.optional() }),
  status: 200,
  response: CohortReport,
  errors,
  example: { query: { from: '2026-01', to: '2026-11' } },
});

export const getLeadReportRoute = defineRoute({
  operationId: 'getLeadReport',
  method: 'GET',
  path: '/v1/reports/leads',
  tag: 'Reports',
  summary: 'What became of leads, by where they came from',
  description:
    'Contacts by the month (UTC) in which they came, and what they are by now: how many of those from each source, campaign, owner or team were qualified and became customers.',
  access: 'contacts:read',
  ...nothing,
  query: z.strictObject({
    ...PeriodQuery,
    splitBy: LeadDimension.optional(),
    ownerId: OwnerQuery.optional(),
    ...CompareQuery,
  }),
  status: 200,
  response: LeadReport,
  errors: leadErrors,
  example: { query: { from: '2026-01', to: '2026-11', splitBy: 'source' } },
});

export const customerReportRoutes = [getCustomerReportRoute, getCohortReportRoute, getLeadReportRoute];

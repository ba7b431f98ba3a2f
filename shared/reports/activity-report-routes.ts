import * as z from 'zod';
import { OwnerQuery } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { ActivityReport } from './activity-report.ts';
import { CompareQuery } from './compared.ts';
import { LeadDimension } from './customer-report-routes.ts';
import { PeriodQuery } from './period.ts';
import { ResponseReport } from './response-report.ts';
import { UseReport } from './use-report.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const errors = ['validation_failed', 'report_too_wide', 'dimension_out_of_reach'];

export const getActivityReportRoute = defineRoute({
  operationId: 'getActivityReport',
  method: 'GET',
  path: '/v1/reports/activities',
  tag: 'Reports',
  summary: 'What was done: calls, mails, meetings, notes and tasks, by who did it',
  description:
    'By the month (UTC) in which it happened; what is planned counts when it has happened. Who may read every contact is told of everybody, others of themselves and of whom their roles reach. Held to the targets of calls and meetings that one may see. Views of pages are not counted.',
  access: 'activities:read',
  ...nothing,
  query: z.strictObject({
    ...PeriodQuery,
    splitBy: z.enum(['owner', 'team']).optional(),
    ownerId: OwnerQuery.optional(),
    ...CompareQuery,
  }),
  status: 200,
  response: ActivityReport,
  errors,
  example: { query: { from: '2026-01', to: '2026-11', splitBy: 'owner' } },
});

export const getResponseReportRoute = defineRoute({
  operationId: 'getResponseReport',
  method: 'GET',
  path: '/v1/reports/responses',
  tag: 'Reports',
  summary: 'How soon those were answered who came to us',
  description:
    'Contacts by the month (UTC) of the first form, mail or missed call of theirs, and how long it was until a person answered by mail, on the phone or in a meeting; automatic mails are told apart. Of the contacts that one may see.',
  access: 'activities:read',
  ...nothing,
  query: z.strictObject({
    ...PeriodQuery,
    splitBy: LeadDimension.optional(),
    ownerId: OwnerQuery.optional(),
    ...CompareQuery,
  }),
  status: 200,
  response: ResponseReport,
  errors: [...errors, 'field_forbidden', 'report_field_missing'],
  example: { query: { from: '2026-01', to: '2026-11', splitBy: 'source' } },
});

export const getUseReportRoute = defineRoute({
  operationId: 'getUseReport',
  method: 'GET',
  path: '/v1/reports/use',
  tag: 'Reports',
  summary: 'Who uses Rapport: days here, activities, tasks done and overdue',
  description:
    'By user: of everybody for who manages users, or reads reports and every contact; of themselves for all others. Days on which users were here are kept for two years.',
  access: 'signed_in',
  ...nothing,
  query: z.strictObject(PeriodQuery),
  status: 200,
  response: UseReport,
  errors: ['validation_failed', 'report_too_wide'],
  example: { query: { from: '2026-01', to: '2026-11' } },
});

export const activityReportRoutes = [getActivityReportRoute, getResponseReportRoute, getUseReportRoute];

import * as z from 'zod';
import { defineRoute } from '../core/route.ts';
import { ReportList } from './report-list.ts';

export const listReportsRoute = defineRoute({
  operationId: 'listReports',
  method: 'GET',
  path: '/v1/reports',
  tag: 'Reports',
  summary: 'The reports that there are, and their lists and figures',
  description:
    'Those that who asks has the permission for, with the names by which a tile of a dashboard asks for a list of one and its figures. It changes with a release alone.',
  access: 'signed_in',
  params: z.object({}),
  query: z.object({}),
  body: z.object({}),
  status: 200,
  response: ReportList,
  errors: [],
  example: {},
});

import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { DashboardBody, DashboardPatch, NewDashboard } from './dashboard.ts';
import { TileFigures } from './tile-figures.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const path = z.object({ dashboardId: idOf('dashboard') });
const params = { dashboardId: 'db_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };
const refused = ['permission_missing'] as const;
const unseen = [...refused, 'dashboard_not_found'] as const;

export const listDashboardsRoute = defineRoute({
  operationId: 'listDashboards',
  method: 'GET',
  path: '/v1/dashboards',
  tag: 'Dashboards',
  summary: 'My dashboards and those that are shared, by name',
  description:
    'What is new stands in it within a second. A key that is held to permissions or roles of its own has no dashboards (403).',
  access: 'signed_in',
  ...nothing,
  query: PageQuery,
  status: 200,
  response: pageOf(DashboardBody),
  errors: [...refused, 'cursor_invalid'],
  example: { query: { limit: 50 } },
});

export const createDashboardRoute = defineRoute({
  operationId: 'createDashboard',
  method: 'POST',
  path: '/v1/dashboards',
  tag: 'Dashboards',
  summary: 'Keep reports side by side',
  description:
    'It is its maker’s, and holds no figures: whoever looks at it reads each tile with their own rights. Somebody has 50 private ones at most, a workspace 100 shared ones. Send an Idempotency-Key to retry safely.',
  access: 'signed_in',
  ...nothing,
  body: NewDashboard,
  status: 201,
  response: DashboardBody,
  errors: [...refused, 'too_many_dashboards'],
  example: {
    body: {
      name: 'Monday',
      visibility: 'shared',
      tiles: [
        {
          title: 'Won by seller',
          report: 'sales',
          query: { splitBy: 'owner' },
          period: 'this_quarter',
          figures: ['won', 'wonAmount', 'winRate'],
          chart: 'bar',
        },
        { report: 'funnel', period: 'last_12_months', figures: ['entered', 'lostHere'], chart: 'bar' },
      ],
    },
  },
});

export const getDashboardRoute = defineRoute({
  operationId: 'getDashboard',
  method: 'GET',
  path: '/v1/dashboards/{dashboardId}',
  tag: 'Dashboards',
  summary: 'A dashboard of mine, or one that is shared',
  access: 'signed_in',
  ...nothing,
  params: path,
  status: 200,
  response: DashboardBody,
  errors: unseen,
  example: { params },
});

export const patchDashboardRoute = defineRoute({
  operationId: 'patchDashboard',
  method: 'PATCH',
  path: '/v1/dashboards/{dashboardId}',
  tag: 'Dashboards',
  summary: 'Change a dashboard',
  description:
    'RFC 7396: tiles are replaced as a whole, so that their order is that of the list. What is shared its maker changes, and administrators; only its maker makes it private.',
  access: 'signed_in',
  ...nothing,
  params: path,
  body: DashboardPatch,
  status: 200,
  response: DashboardBody,
  errors: [...unseen, 'record_out_of_reach', 'version_mismatch', 'too_many_dashboards'],
  example: { params, body: { name: 'Mondays at nine' } },
});

export const deleteDashboardRoute = defineRoute({
  operationId: 'deleteDashboard',
  method: 'DELETE',
  path: '/v1/dashboards/{dashboardId}',
  tag: 'Dashboards',
  summary: 'Delete a dashboard; the records that its reports are of stay as they are',
  access: 'signed_in',
  ...nothing,
  params: path,
  status: 204,
  response: z.undefined(),
  errors: [...unseen, 'record_out_of_reach', 'version_mismatch'],
  example: { params },
});

export const getTileFiguresRoute = defineRoute({
  operationId: 'getTileFigures',
  method: 'GET',
  path: '/v1/dashboards/{dashboardId}/tiles/{tileId}',
  tag: 'Dashboards',
  summary: 'What a tile says now',
  description:
    'To who asks, with their own rights: it needs what its report needs, and answers with the report’s errors where that cannot be asked any more (a pipeline that is gone, a field that is hidden). `report_gone`: there is no such report any more.',
  access: 'signed_in',
  ...nothing,
  params: path.extend({ tileId: z.string().max(40) }),
  status: 200,
  response: TileFigures,
  errors: [
    ...unseen,
    'tile_not_found',
    'report_gone',
    'validation_failed',
    'pipeline_not_found',
    'report_too_wide',
    'dimension_out_of_reach',
    'field_forbidden',
    'report_field_missing',
  ],
  example: { params: { ...params, tileId: 't1' } },
});

export const dashboardRoutes = [
  listDashboardsRoute,
  createDashboardRoute,
  getDashboardRoute,
  patchDashboardRoute,
  deleteDashboardRoute,
  getTileFiguresRoute,
];

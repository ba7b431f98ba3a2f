import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { NewView, ViewBody, ViewPatch } from './view.ts';
import { viewKinds } from './view-kinds.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const viewPath = z.object({ viewId: idOf('view') });
const params = { viewId: 'vw_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };
const refused = ['permission_missing'] as const;
const said = ['condition_invalid', 'field_forbidden', 'reference_unknown', 'too_many_views'] as const;

export const listViewsRoute = defineRoute({
  operationId: 'listViews',
  method: 'GET',
  path: '/v1/views',
  tag: 'Views',
  summary: 'My views and those that are shared, by kind and position',
  description:
    'Whole, so that nothing else is read to show them. What is new stands in it within a second. It costs two Queries a page. A key that is held to permissions or roles of its own has no views (403).',
  access: 'signed_in',
  ...nothing,
  query: PageQuery.extend({
    of: z.enum(viewKinds).optional().describe('Only those of this kind of record.'),
  }),
  status: 200,
  response: pageOf(ViewBody),
  errors: [...refused, 'cursor_invalid'],
  example: { query: { of: 'deal', limit: 100 } },
});

export const createViewRoute = defineRoute({
  operationId: 'createView',
  method: 'POST',
  path: '/v1/views',
  tag: 'Views',
  summary: 'Keep a view',
  description:
    'It is its maker’s. What it asks for must be what they may ask for; who reads by it reads with their own rights. Somebody has 100 private views at most, a workspace 200 shared ones. Send an Idempotency-Key to retry safely.',
  access: 'signed_in',
  ...nothing,
  body: NewView,
  status: 201,
  response: ViewBody,
  errors: [...refused, ...said],
  example: {
    body: {
      name: 'Great deals of this quarter',
      of: 'deal',
      layout: 'table',
      columns: [{ field: 'name', width: 240 }, { field: 'amountCents' }, { field: 'custom.floor' }],
      sort: 'amount',
      direction: 'desc',
      filter: { amountCents: { $gte: 1000000 }, status: 'open' },
      visibility: 'shared',
    },
  },
});

export const getViewRoute = defineRoute({
  operationId: 'getView',
  method: 'GET',
  path: '/v1/views/{viewId}',
  tag: 'Views',
  summary: 'A view of mine, or one that is shared',
  access: 'signed_in',
  ...nothing,
  params: viewPath,
  status: 200,
  response: ViewBody,
  errors: [...refused, 'view_not_found'],
  example: { params },
});

export const patchViewRoute = defineRoute({
  operationId: 'patchView',
  method: 'PATCH',
  path: '/v1/views/{viewId}',
  tag: 'Views',
  summary: 'Change a view',
  description:
    'RFC 7396, but for `filter` and `columns`, which are replaced as a whole. What is shared its maker changes, and administrators; only its maker makes it private.',
  access: 'signed_in',
  ...nothing,
  params: viewPath,
  body: ViewPatch,
  status: 200,
  response: ViewBody,
  errors: [...refused, 'view_not_found', 'record_out_of_reach', 'version_mismatch', ...said],
  example: { params, body: { name: 'Great deals', sort: 'closeOn', direction: null } },
});

export const deleteViewRoute = defineRoute({
  operationId: 'deleteView',
  method: 'DELETE',
  path: '/v1/views/{viewId}',
  tag: 'Views',
  summary: 'Delete a view; the records in it stay as they are',
  access: 'signed_in',
  ...nothing,
  params: viewPath,
  status: 204,
  response: z.undefined(),
  errors: [...refused, 'view_not_found', 'record_out_of_reach', 'version_mismatch'],
  example: { params },
});

export const viewRoutes = [listViewsRoute, createViewRoute, getViewRoute, patchViewRoute, deleteViewRoute];

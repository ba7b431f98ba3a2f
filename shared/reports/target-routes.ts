import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { PeriodQuery } from './period.ts';
import { PutTarget, TargetBody } from './target.ts';

const example = {
  id: 'tg_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
  version: 1,
  createdAt: '2026-11-22T12:00:00.000Z',
  updatedAt: '2026-11-22T12:00:00.000Z',
  month: '2026-11',
  userId: 'us_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
  wonCents: 5000000,
  wonCount: 12,
  currency: 'EUR',
};
const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };

export const listTargetsRoute = defineRoute({
  operationId: 'listTargets',
  method: 'GET',
  path: '/v1/targets',
  tag: 'Reports',
  summary: 'What people, teams and the workspace are to reach, month by month',
  description:
    'All with the permission `reports:read`; without it one’s own and those of one’s teams (a key that is held to permissions or roles has none then, 403). What is new stands in it within a second. At most 240 months at once.',
  access: 'signed_in',
  ...nothing,
  query: PageQuery.extend(PeriodQuery),
  status: 200,
  response: pageOf(TargetBody),
  errors: ['permission_missing', 'cursor_invalid', 'validation_failed'],
  example: { query: { from: '2026-01', to: '2026-12', limit: 100 }, response: { items: [example] } },
});

export const putTargetRoute = defineRoute({
  operationId: 'putTarget',
  method: 'PUT',
  path: '/v1/targets',
  tag: 'Reports',
  summary: 'Say what somebody is to reach in a month',
  description:
    'There is one a month, user or team, and pipeline: of what is there the goals that are sent are changed (null takes one out), what is not is made (201). Sent twice, it is one. With `If-Match` only what is there is changed, on the version that you read.',
  access: 'reports:write',
  ...nothing,
  body: PutTarget,
  status: 200,
  also: [201],
  response: TargetBody,
  errors: ['version_mismatch', 'reference_unknown', 'validation_failed'],
  example: {
    body: {
      month: '2026-11',
      userId: 'us_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
      wonCents: 5000000,
      wonCount: 12,
      currency: 'EUR',
    },
    response: example,
  },
});

export const deleteTargetRoute = defineRoute({
  operationId: 'deleteTarget',
  method: 'DELETE',
  path: '/v1/targets/{targetId}',
  tag: 'Reports',
  summary: 'Take a target back',
  access: 'reports:write',
  ...nothing,
  params: z.object({ targetId: idOf('target') }),
  status: 204,
  response: z.undefined(),
  errors: ['target_not_found', 'version_mismatch'],
  example: { params: { targetId: example.id } },
});

export const targetRoutes = [listTargetsRoute, putTargetRoute, deleteTargetRoute];

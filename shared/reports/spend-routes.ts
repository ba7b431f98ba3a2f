import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { PeriodQuery } from './period.ts';
import { PutSpend, SpendBody } from './spend.ts';

const example = {
  id: 'sp_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
  version: 1,
  createdAt: '2026-11-22T12:00:00.000Z',
  updatedAt: '2026-11-22T12:00:00.000Z',
  month: '2026-11',
  source: 'linkedin',
  campaign: 'autumn webinar',
  amountCents: 120000,
  currency: 'EUR',
};
const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };

export const listSpendRoute = defineRoute({
  operationId: 'listSpend',
  method: 'GET',
  path: '/v1/spend',
  tag: 'Reports',
  summary: 'What was spent on sources and campaigns, month by month',
  description: 'What is new stands in it within a second. At most 240 months at once; one Query a page.',
  access: 'reports:read',
  ...nothing,
  query: PageQuery.extend(PeriodQuery),
  status: 200,
  response: pageOf(SpendBody),
  errors: ['cursor_invalid', 'validation_failed'],
  example: { query: { from: '2026-01', to: '2026-12', limit: 100 }, response: { items: [example] } },
});

export const putSpendRoute = defineRoute({
  operationId: 'putSpend',
  method: 'PUT',
  path: '/v1/spend',
  tag: 'Reports',
  summary: 'Say what was spent on a source in a month',
  description:
    'There is one a month, source and campaign: what is there is changed, what is not is made (201). Sent twice, it is one. With `If-Match` only what is there is changed, on the version that you read.',
  access: 'reports:write',
  ...nothing,
  body: PutSpend,
  status: 200,
  also: [201],
  response: SpendBody,
  errors: ['version_mismatch', 'validation_failed'],
  example: {
    body: {
      month: '2026-11',
      source: 'LinkedIn',
      campaign: 'Autumn webinar',
      amountCents: 120000,
      currency: 'EUR',
    },
    response: example,
  },
});

export const deleteSpendRoute = defineRoute({
  operationId: 'deleteSpend',
  method: 'DELETE',
  path: '/v1/spend/{spendId}',
  tag: 'Reports',
  summary: 'Nothing was spent after all',
  access: 'reports:write',
  ...nothing,
  params: z.object({ spendId: idOf('spend') }),
  status: 204,
  response: z.undefined(),
  errors: ['spend_not_found', 'version_mismatch'],
  example: { params: { spendId: example.id } },
});

export const spendRoutes = [listSpendRoute, putSpendRoute, deleteSpendRoute];

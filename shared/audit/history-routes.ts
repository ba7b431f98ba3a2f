import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { Instant } from '../core/instant.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { HistoryEntry } from './history.ts';

/** What a record's page takes as well. */
export const AsOfQuery = z.strictObject({
  asOf: Instant.optional().describe(
    'The record alone as it stood at this moment: 404 before it was made, 410 where an erasure took what it was, 422 where it has changed more than 500 times since.',
  ),
});
export const asOfErrors = ['as_of_too_far', 'erased'] as const;
export const asOfShown = {
  asOf: z.iso.datetime().optional().describe('The moment of which the answer tells, where it was asked for.'),
};
/**
 * A page's answer, or with `asOf` the record's alone. What comes out is typed as the page: who asks without `asOf` need not look
 * which of the two it is.
 */
export const orAsOf = <P extends z.ZodObject, B extends z.ZodObject>(page: P, body: B) =>
  z.union([page, body.extend({ asOf: z.iso.datetime() })]) as unknown as z.ZodType<
    z.output<P>,
    z.input<P> | (z.input<B> & { asOf: string })
  >;

const common = {
  method: 'GET',
  tag: 'Audit',
  description:
    'Who changed it, when and because of what, with the fields before and after; fields that your roles hide are left out. A change stands in it within a second. One Query and one BatchGet a page.',
  query: PageQuery,
  body: z.object({}),
  status: 200,
  response: pageOf(HistoryEntry),
} as const;

export const listContactHistoryRoute = defineRoute({
  operationId: 'listContactHistory',
  path: '/v1/contacts/{contactId}/history',
  summary: 'The changes of a contact, newest first',
  ...common,
  access: 'contacts:read',
  params: z.object({ contactId: idOf('contact') }),
  errors: ['contact_not_found', 'cursor_invalid'],
  example: { params: { contactId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } },
});
export const listDealHistoryRoute = defineRoute({
  operationId: 'listDealHistory',
  path: '/v1/deals/{dealId}/history',
  summary: 'The changes of a deal, newest first',
  ...common,
  access: 'deals:read',
  params: z.object({ dealId: idOf('deal') }),
  errors: ['deal_not_found', 'cursor_invalid'],
  example: { params: { dealId: 'dl_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } },
});
export const listTaskHistoryRoute = defineRoute({
  operationId: 'listTaskHistory',
  path: '/v1/tasks/{taskId}/history',
  summary: 'The changes of a task, newest first',
  ...common,
  access: 'tasks:read',
  params: z.object({ taskId: idOf('task') }),
  errors: ['task_not_found', 'cursor_invalid'],
  example: { params: { taskId: 'tk_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } },
});
export const listActivityHistoryRoute = defineRoute({
  operationId: 'listActivityHistory',
  path: '/v1/activities/{activityId}/history',
  summary: 'The changes of an activity, newest first',
  ...common,
  access: 'activities:read',
  params: z.object({ activityId: idOf('activity') }),
  errors: ['activity_not_found', 'cursor_invalid'],
  example: { params: { activityId: 'ac_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } },
});

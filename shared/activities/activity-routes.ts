import * as z from 'zod';
import { AsOfQuery, asOfErrors, asOfShown, listActivityHistoryRoute } from '../audit/history-routes.ts';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { veilActivities, veilActivity, veilResults } from '../core/veil.ts';
import { recordRoutes } from '../records/record-routes.ts';
import { ActivityBody, ActivityPatch, NewActivity } from './activity.ts';
import { activityShape } from './activity-shape.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const activityPath = z.object({ activityId: idOf('activity') });
const examplePath = { activityId: 'ac_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };

const own = recordRoutes(activityShape);
/** Of mails and posts not everybody sees everything, whatever brings them. */
const veil = veilResults(veilActivity);
export const activityBatchRoutes = {
  create: { ...own.batch.create, veil },
  update: { ...own.batch.update, veil },
  read: { ...own.batch.read, veil },
};
export const deleteActivityRoute = own.remove;
const { kind, contactId } = NewActivity.shape;
/** What a new one needs besides; of one that is there neither changes. */
export const upsertActivityRoute = {
  ...own.upsert,
  body: ActivityPatch.extend({ kind: kind.optional(), contactId: contactId.optional() }),
  veil: veilActivity,
};

export const createActivityRoute = defineRoute({
  ...own.create,
  summary: 'Log a call, a meeting, a note or a post, or plan one',
  description:
    'It stands on the timeline of its contact (`GET /v1/contacts/{contactId}/timeline`) and of each deal that it names (`GET /v1/deals/{dealId}/timeline`). Mails, form submissions and page views are logged by Rapport itself. Send an Idempotency-Key to retry safely.',
  body: NewActivity,
  veil: veilActivity,
  response: ActivityBody,
});

export const listActivitiesRoute = defineRoute({
  operationId: 'listActivities',
  method: 'GET',
  path: '/v1/activities',
  tag: 'Activities',
  summary: 'A contact’s activities with their whole text, newest first',
  description:
    'Without the changes that its timeline shows as well. What is planned stands first. A new activity stands in the list within a second.',
  access: 'activities:read',
  ...nothing,
  query: PageQuery.extend({ contactId: idOf('contact') }),
  status: 200,
  veil: veilActivities,
  response: pageOf(ActivityBody),
  errors: ['contact_not_found', 'cursor_invalid'],
  example: { query: { contactId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } },
});

export const getActivityRoute = defineRoute({
  operationId: 'getActivity',
  method: 'GET',
  path: '/v1/activities/{activityId}',
  tag: 'Activities',
  summary: 'An activity with its whole text',
  description:
    'Of a mail the reply without what it quotes; the whole of it, its attachments and the raw message are at `GET /v1/activities/{activityId}/mail`.',
  access: 'activities:read',
  ...nothing,
  query: AsOfQuery,
  params: activityPath,
  status: 200,
  veil: veilActivity,
  response: ActivityBody.extend(asOfShown),
  errors: ['activity_not_found', ...asOfErrors],
  example: { params: examplePath },
});

export const patchActivityRoute = defineRoute({
  ...own.change,
  summary: 'Set an activity right',
  description: `${own.change.description} Kind and contact stay. Of what Rapport logged itself (a mail, a form submission, a page view) only \`dealIds\` can be changed.`,
  params: activityPath,
  body: ActivityPatch,
  veil: veilActivity,
  response: ActivityBody,
});

export const activityRoutes = [
  createActivityRoute,
  listActivitiesRoute,
  getActivityRoute,
  patchActivityRoute,
  listActivityHistoryRoute,
  deleteActivityRoute,
  upsertActivityRoute,
  ...Object.values(activityBatchRoutes),
];

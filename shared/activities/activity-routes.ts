import * as z from 'zod';
import { AsOfQuery, asOfErrors, asOfShown, listActivityHistoryRoute } from '../audit/history-routes.ts';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { veilActivities, veilActivity } from '../core/veil.ts';
import { ActivityBody, ActivityPatch, NewActivity } from './activity.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const activityPath = z.object({ activityId: idOf('activity') });
const examplePath = { activityId: 'ac_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };

export const createActivityRoute = defineRoute({
  operationId: 'createActivity',
  method: 'POST',
  path: '/v1/activities',
  tag: 'Activities',
  summary: 'Log a call, a meeting or a note, or plan one',
  description:
    'It stands on the timeline of its contact (`GET /v1/contacts/{contactId}/timeline`) and of each deal that it names (`GET /v1/deals/{dealId}/timeline`). Mails, form submissions and page views are logged by Rapport itself. Send an Idempotency-Key to retry safely.',
  access: 'activities:create',
  ...nothing,
  body: NewActivity,
  status: 201,
  veil: veilActivity,
  response: ActivityBody,
  errors: ['reference_unknown'],
  example: {
    body: {
      kind: 'call',
      contactId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
      subject: 'Asked about delivery',
      text: 'Wants ten by spring.',
      call: { direction: 'inbound', durationMs: 240000, outcome: 'connected' },
    },
  },
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
  operationId: 'patchActivity',
  method: 'PATCH',
  path: '/v1/activities/{activityId}',
  tag: 'Activities',
  summary: 'Set an activity right',
  description:
    'RFC 7396: a field left out stays, null clears it, a list replaces the list. Kind and contact stay. Of what Rapport logged itself (a mail, a form submission, a page view) only `dealIds` can be changed. `If-Match` holds it to the version that you read.',
  access: 'activities:edit',
  ...nothing,
  params: activityPath,
  body: ActivityPatch,
  status: 200,
  veil: veilActivity,
  response: ActivityBody,
  errors: ['activity_not_found', 'activity_not_editable', 'reference_unknown', 'version_mismatch'],
  example: { params: examplePath, body: { text: 'Wants twelve by spring.' } },
});

export const activityRoutes = [
  createActivityRoute,
  listActivitiesRoute,
  getActivityRoute,
  patchActivityRoute,
  listActivityHistoryRoute,
];

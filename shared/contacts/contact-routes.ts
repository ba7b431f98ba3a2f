import * as z from 'zod';
import { TimelineEntry } from '../activities/timeline.ts';
import { AsOfQuery, asOfErrors, listContactHistoryRoute, orAsOf } from '../audit/history-routes.ts';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { veilRecord, veilTimeline } from '../core/veil.ts';
import { PurchasesShown } from '../orders/purchases.ts';
import { PromiseBody } from '../promises/promise.ts';
import { mergeRoutes } from '../records/merging/merge-routes.ts';
import { recordRoutes, searchRoute } from '../records/record-routes.ts';
import { RiskShown } from '../risk/risk-shown.ts';
import { ScoringShown } from '../scoring/scoring-shown.ts';
import { ContactBody, ContactPatch, NewContact } from './contact.ts';
import { contactShape } from './contact-shape.ts';
import { EmailAddress } from './email-address.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const contactPath = z.object({ contactId: idOf('contact') });
const examplePath = { contactId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };
const ContactPage = ContactBody.extend({
  timeline: pageOf(TimelineEntry).describe('The newest 20; `cursor` goes on in `/timeline`.'),
  purchases: PurchasesShown.optional().describe(
    'What they have bought in all, without what was cancelled or refunded; for who may read every order.',
  ),
  risk: RiskShown.optional().describe(
    'How likely a customer leaves, why, and when they are best spoken to next; for who may read every order.',
  ),
  scoring: ScoringShown.optional().describe('What the score is made of; for who may see `score`.'),
  promises: z
    .array(PromiseBody)
    .describe('Open promises to them that one may see, the one that is due first in front; at most 20.'),
});

const own = recordRoutes(contactShape);
export const contactBatchRoutes = own.batch;
export const deleteContactRoute = own.remove;
export const upsertContactRoute = own.upsert;

export const createContactRoute = defineRoute({
  ...own.create,
  description:
    'No field is required, so that no lead is lost for want of a name. An e-mail address belongs to one contact of the workspace, however it is spelled (case; plus-tags and Gmail dots as the workspace says). A phone number may be written as in the workspace’s country and is kept as E.164. Send an Idempotency-Key to retry safely.',
  body: NewContact,
  response: ContactBody,
});

export const getContactRoute = defineRoute({
  operationId: 'getContact',
  method: 'GET',
  path: '/v1/contacts/{contactId}',
  tag: 'Contacts',
  summary: 'A contact with the newest of its timeline',
  description: 'The contact, its last 20 activities and changes, and what was promised to it and is open.',
  access: 'contacts:read',
  ...nothing,
  query: AsOfQuery,
  params: contactPath,
  status: 200,
  veil: veilRecord('contact'),
  response: orAsOf(ContactPage, ContactBody),
  showsMore: true,
  errors: ['contact_not_found', ...asOfErrors],
  example: { params: examplePath },
});

export const patchContactRoute = defineRoute({
  ...own.change,
  params: contactPath,
  body: ContactPatch,
  response: ContactBody,
});

export const listContactsRoute = defineRoute({
  ...own.list,
  summary: 'The contacts that one may see, or the one with an e-mail address',
  description: `${own.list.description} \`email\` finds by any spelling of the address, and at once.`,
  query: own.list.query.extend({ email: z.string().max(300).trim().pipe(EmailAddress).optional() }),
  response: pageOf(ContactBody),
  example: { query: { sort: 'updated', ownerId: 'me' } },
});

export const searchContactsRoute = searchRoute(listContactsRoute, contactShape);

export const listContactTimelineRoute = defineRoute({
  operationId: 'listContactTimeline',
  method: 'GET',
  path: '/v1/contacts/{contactId}/timeline',
  tag: 'Contacts',
  summary: 'Everything that happened with a contact, newest first',
  description:
    'Calls, mails, meetings, notes, form submissions and page views, and every change of the contact field by field. What is planned stands first. One Query a page.',
  access: 'contacts:read',
  ...nothing,
  params: contactPath,
  query: PageQuery,
  status: 200,
  veil: veilTimeline('contact'),
  response: pageOf(TimelineEntry),
  errors: ['contact_not_found', 'cursor_invalid'],
  example: { params: examplePath, query: { limit: 50 } },
});

export const contactMergeRoutes = mergeRoutes(contactShape);

export const contactRoutes = [
  createContactRoute,
  getContactRoute,
  patchContactRoute,
  listContactsRoute,
  searchContactsRoute,
  listContactTimelineRoute,
  listContactHistoryRoute,
  deleteContactRoute,
  upsertContactRoute,
  ...Object.values(contactBatchRoutes),
  ...Object.values(contactMergeRoutes),
];

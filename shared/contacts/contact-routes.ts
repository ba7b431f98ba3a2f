import * as z from 'zod';
import { TimelineEntry } from '../activities/timeline.ts';
import { AsOfQuery, asOfErrors, listContactHistoryRoute, orAsOf } from '../audit/history-routes.ts';
import { idOf } from '../core/ids.ts';
import { Direction, OwnerQuery, PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { veilPage, veilRecord, veilTimeline } from '../core/veil.ts';
import { ContactBody, ContactPatch, NewContact, Phone } from './contact.ts';
import { contactOrders } from './contact-orders.ts';
import { EmailAddress } from './email-address.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const contactPath = z.object({ contactId: idOf('contact') });
const examplePath = { contactId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };
/** A number as it is written in the workspace's country; E.164 is always understood. */
const WrittenPhone = Phone.extend({ number: z.string().trim().min(3).max(40) });
const phones = z.array(WrittenPhone).max(10);
const ContactPage = ContactBody.extend({
  timeline: pageOf(TimelineEntry).describe('The newest 20; `cursor` goes on in `/timeline`.'),
});

export const createContactRoute = defineRoute({
  operationId: 'createContact',
  method: 'POST',
  path: '/v1/contacts',
  tag: 'Contacts',
  summary: 'Make a contact',
  description:
    'No field is required, so that no lead is lost for want of a name. An e-mail address belongs to one contact of the workspace, however it is spelled (case; plus-tags and Gmail dots as the workspace says). A phone number may be written as in the workspace’s country and is kept as E.164. Send an Idempotency-Key to retry safely.',
  access: 'contacts:create',
  ...nothing,
  body: NewContact.extend({ phones: phones.default([]) }),
  status: 201,
  veil: veilRecord('contact'),
  response: ContactBody,
  errors: ['email_taken', 'person_erased', 'phone_invalid', 'reference_unknown'],
  example: {
    body: {
      firstName: 'Ada',
      lastName: 'Lovelace',
      company: 'Analytical Engines',
      emails: [{ address: 'ada@engines.example', label: 'work' }],
      phones: [{ number: '+49 30 901820' }],
      tags: ['fair'],
      custom: { budget: 12000 },
    },
  },
});

export const getContactRoute = defineRoute({
  operationId: 'getContact',
  method: 'GET',
  path: '/v1/contacts/{contactId}',
  tag: 'Contacts',
  summary: 'A contact with the newest of its timeline',
  description: 'The contact and its last 20 activities and changes, from one Query.',
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
  operationId: 'patchContact',
  method: 'PATCH',
  path: '/v1/contacts/{contactId}',
  tag: 'Contacts',
  summary: 'Change a contact',
  description:
    'RFC 7396: a field left out stays, null clears it, a list replaces the list. With `If-Match` it is made only on the version that you read (412 otherwise); without, two patches at once are both made, one after the other.',
  access: 'contacts:edit',
  ...nothing,
  params: contactPath,
  body: ContactPatch.extend({ phones: phones.optional() }),
  status: 200,
  veil: veilRecord('contact'),
  response: ContactBody,
  errors: [
    'contact_not_found',
    'email_taken',
    'person_erased',
    'phone_invalid',
    'reference_unknown',
    'version_mismatch',
  ],
  example: { params: examplePath, body: { jobTitle: 'Head of Engines', lifecycle: 'qualified' } },
});

export const listContactsRoute = defineRoute({
  operationId: 'listContacts',
  method: 'GET',
  path: '/v1/contacts',
  tag: 'Contacts',
  summary: 'The contacts that one may see, or the one with an e-mail address',
  description:
    'Newest first where nothing else is said. A new contact stands in the list within a second. `email` finds by any spelling of the address, and at once.',
  access: 'contacts:read',
  ...nothing,
  query: PageQuery.extend({
    email: z.string().max(300).trim().pipe(EmailAddress).optional(),
    sort: z.enum(contactOrders).default('created'),
    direction: Direction.optional().describe('Newest first, and from A to Z, where it is left out.'),
    ownerId: OwnerQuery.optional(),
  }),
  status: 200,
  veil: veilPage('contact'),
  response: pageOf(ContactBody),
  errors: ['cursor_invalid', 'field_forbidden'],
  example: { query: { sort: 'updated', ownerId: 'me' } },
});

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

export const contactRoutes = [
  createContactRoute,
  getContactRoute,
  patchContactRoute,
  listContactsRoute,
  listContactTimelineRoute,
  listContactHistoryRoute,
];

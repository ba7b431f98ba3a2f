import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { ContactMail, ContactMailPatch, NewContactMail } from './contact-mail.ts';
import { MessageBody } from './message.ts';
import { undoS } from './schedule.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const contactPath = z.object({ contactId: idOf('contact') });
const mailPath = contactPath.extend({ messageId: idOf('message') });
const contactId = 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';
const examplePath = { contactId, messageId: 'ms_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };

export const createContactMailRoute = defineRoute({
  operationId: 'createContactMail',
  method: 'POST',
  path: '/v1/contacts/{contactId}/mails',
  tag: 'Mail out',
  summary: 'Write a mail to a contact',
  description: `It leaves ${undoS} seconds later, or at \`sendAt\`, and can be changed and taken back until then; once it is sent it stands on the timeline. It is from you by name and from the workspace's address; what is answered joins its thread. Who sees contacts without their e-mail addresses writes none. Send an Idempotency-Key to retry safely.`,
  access: 'activities:create',
  ...nothing,
  params: contactPath,
  body: NewContactMail,
  status: 201,
  response: MessageBody,
  errors: [
    'contact_not_found',
    'contact_erased',
    'contact_has_no_address',
    'mail_refused',
    'merge_value_missing',
    'send_at_out_of_range',
    'attachments_too_large',
    'field_forbidden',
    'reference_unknown',
  ],
  example: {
    params: { contactId },
    body: {
      subject: 'Our talk of today',
      text: 'Hello {{contact.firstName|there}},\n\nas promised, the figures.',
    },
  },
});

export const listContactMailsRoute = defineRoute({
  operationId: 'listContactMails',
  method: 'GET',
  path: '/v1/contacts/{contactId}/mails',
  tag: 'Mail out',
  summary: 'The mails to a contact, sent and not, newest first',
  description:
    'Those that people wrote and those that Rapport sends by itself, with what became of each. A new one stands in the list within a second.',
  access: 'activities:read',
  ...nothing,
  params: contactPath,
  query: PageQuery,
  status: 200,
  response: pageOf(ContactMail),
  errors: ['contact_not_found', 'cursor_invalid', 'field_forbidden'],
  example: { params: { contactId } },
});

export const patchContactMailRoute = defineRoute({
  operationId: 'patchContactMail',
  method: 'PATCH',
  path: '/v1/contacts/{contactId}/mails/{messageId}',
  tag: 'Mail out',
  summary: 'Change a mail that has not left',
  description:
    'What it says, and when it leaves, as long as it is `scheduled`: yours, or another’s whose activities you may edit. Repeating it is safe.',
  access: 'activities:create',
  ...nothing,
  params: mailPath,
  body: ContactMailPatch,
  status: 200,
  response: MessageBody,
  errors: [
    'contact_not_found',
    'message_not_found',
    'mail_already_leaving',
    'merge_value_missing',
    'send_at_out_of_range',
    'field_forbidden',
    'record_out_of_reach',
    'version_mismatch',
  ],
  example: { params: examplePath, body: { sendAt: '2026-12-01T08:00:00Z' } },
});

export const cancelContactMailRoute = defineRoute({
  operationId: 'cancelContactMail',
  method: 'DELETE',
  path: '/v1/contacts/{contactId}/mails/{messageId}',
  tag: 'Mail out',
  summary: 'Take back a mail that has not left',
  description:
    'It stays in the list as `cancelled`. Whether it is taken back or leaves is decided once; what is taken back already is so still. Of one that came back for now, no more attempts are made.',
  access: 'activities:create',
  ...nothing,
  params: mailPath,
  status: 204,
  response: z.undefined(),
  errors: [
    'contact_not_found',
    'message_not_found',
    'mail_already_leaving',
    'field_forbidden',
    'record_out_of_reach',
    'version_mismatch',
  ],
  example: { params: examplePath },
});

export const contactMailRoutes = [
  createContactMailRoute,
  listContactMailsRoute,
  patchContactMailRoute,
  cancelContactMailRoute,
];

import * as z from 'zod';
import { EmailAddress } from '../contacts/email-address.ts';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { Refusal } from './mail-refusal.ts';
import { suppressionReasons } from './suppression.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const Reason = z
  .enum(suppressionReasons)
  .describe(
    '`unsubscribed`: they said so, by a link of a mail. `bounced`: a mail came back for good. `complained`: they called one spam. `manual`: somebody of the workspace put it there.',
  );
const SuppressionBody = z.object({
  id: z.string().describe('A hash of the address, which nobody can turn back.'),
  reasons: z.array(z.object({ reason: Reason, at: z.iso.datetime() })).describe('The latest first.'),
  note: z.string().optional(),
  contactId: idOf('contact').optional().describe('Where a contact has the address.'),
  address: z.string().optional().describe('Where a contact has it: else nobody knows it any more.'),
});
export type SuppressionBody = z.infer<typeof SuppressionBody>;
const exampleId = 'r1P0hQ3XnB0Yc2o8k4W5s6T7u8V9w0X1y2Z3a4B5c6D';
const address = z.string().max(300).trim().pipe(EmailAddress);

export const listSuppressionsRoute = defineRoute({
  operationId: 'listSuppressions',
  method: 'GET',
  path: '/v1/suppressions',
  tag: 'Mail out',
  summary: 'Addresses that get no marketing mail, newest first',
  description:
    'All, or those of one reason. Of an address only a hash is kept: what it is shows where a contact has it still.',
  access: 'mail:read',
  ...nothing,
  query: PageQuery.extend({ reason: Reason.optional() }),
  status: 200,
  response: pageOf(SuppressionBody),
  errors: ['cursor_invalid'],
  example: { query: { reason: 'bounced' } },
});

export const lookUpSuppressionRoute = defineRoute({
  operationId: 'lookUpSuppression',
  method: 'GET',
  path: '/v1/suppressions/lookup',
  tag: 'Mail out',
  summary: 'Whether an address gets marketing mail, by any spelling of it',
  description:
    'None where nothing is said against it. Two where something was said of it in the time before hashes had a key.',
  access: 'mail:read',
  ...nothing,
  query: z.strictObject({ address }),
  status: 200,
  response: z.object({ items: z.array(SuppressionBody) }),
  example: { query: { address: 'ada@engines.example' } },
});

export const createSuppressionRoute = defineRoute({
  operationId: 'createSuppression',
  method: 'POST',
  path: '/v1/suppressions',
  tag: 'Mail out',
  summary: 'Send an address no marketing mail any more',
  description:
    'Whether a contact has it or not. May be repeated: the first moment stays, the last `note` counts. The note goes when the person is erased.',
  access: 'mail:write',
  ...nothing,
  body: z.strictObject({ address, note: z.string().trim().min(1).max(500).optional() }),
  status: 201,
  response: SuppressionBody,
  example: { body: { address: 'ada@engines.example', note: 'Asked on the phone' } },
});

export const deleteSuppressionRoute = defineRoute({
  operationId: 'deleteSuppression',
  method: 'DELETE',
  path: '/v1/suppressions/{suppressionId}',
  tag: 'Mail out',
  summary: 'Let an address have marketing mail again',
  description:
    'For who asked for it. Lifts `manual`, `unsubscribed` and `bounced`, and stands in the audit log. A complaint stands (409 `complaint_stands`).',
  access: 'mail:write',
  ...nothing,
  params: z.object({ suppressionId: z.string().regex(/^[\w-]{43}$/, 'Must be the id of a suppression.') }),
  status: 204,
  response: z.undefined(),
  errors: ['suppression_not_found', 'complaint_stands'],
  example: { params: { suppressionId: exampleId } },
});

export const suppressionRoutes = [
  listSuppressionsRoute,
  lookUpSuppressionRoute,
  createSuppressionRoute,
  deleteSuppressionRoute,
];

const MailStatus = z.object({
  address: z.string().optional().describe('Left out where `emails` is hidden from you.'),
  allowed: z.boolean(),
  reason: Refusal.optional().describe(
    'Why not. Left out where it tells what you may not see: `no_consent` where `consents` is hidden, `open_ticket` where you do not read every ticket.',
  ),
});

export const getMailStatusRoute = defineRoute({
  operationId: 'getMailStatus',
  method: 'GET',
  path: '/v1/contacts/{contactId}/mail-status',
  tag: 'Contacts',
  summary: 'Whether marketing mail may go to a contact now, and why not',
  description:
    'Of each address, in the contact’s order. It asks what the sender asks when a mail leaves; what it says may be another thing a moment later.',
  access: 'contacts:read',
  ...nothing,
  params: z.object({ contactId: idOf('contact') }),
  status: 200,
  response: z.object({ items: z.array(MailStatus) }),
  errors: ['contact_not_found'],
  example: { params: { contactId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } },
});

import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { MailboxBody, MailboxPatch, NewMailbox } from './mailbox.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const tag = 'Mailboxes';
const mailboxPath = z.object({ mailboxId: idOf('mailbox') });
const examplePath = { mailboxId: 'mb_01K9ZC4M2N8P5Q7R3S6T0V1W2X' };
const references = ['mail_domain_foreign', 'mailbox_address_taken', 'reference_unknown'];

export const createMailboxRoute = defineRoute({
  operationId: 'createMailbox',
  method: 'POST',
  path: '/v1/mailboxes',
  tag,
  summary: 'Make an address that people can write to',
  description:
    "Who writes to it becomes a lead; what is written stands on their timeline. The address is at the workspace's mail domain. Mail to its other addresses is received and skipped as `unknown_recipient`.",
  access: 'mail:write',
  ...nothing,
  body: NewMailbox,
  status: 201,
  response: MailboxBody,
  errors: references,
  example: { body: { address: 'sales@in.acme.test', name: 'Sales', opensDeal: true, tags: ['mail'] } },
});

export const listMailboxesRoute = defineRoute({
  operationId: 'listMailboxes',
  method: 'GET',
  path: '/v1/mailboxes',
  tag,
  summary: 'Mailboxes by address',
  access: 'mail:read',
  ...nothing,
  query: PageQuery,
  status: 200,
  response: pageOf(MailboxBody),
  errors: ['cursor_invalid'],
  example: { query: { limit: 25 } },
});

export const getMailboxRoute = defineRoute({
  operationId: 'getMailbox',
  method: 'GET',
  path: '/v1/mailboxes/{mailboxId}',
  tag,
  summary: 'A mailbox',
  access: 'mail:read',
  ...nothing,
  params: mailboxPath,
  status: 200,
  response: MailboxBody,
  errors: ['mailbox_not_found'],
  example: { params: examplePath },
});

export const patchMailboxRoute = defineRoute({
  operationId: 'patchMailbox',
  method: 'PATCH',
  path: '/v1/mailboxes/{mailboxId}',
  tag,
  summary: 'Change a mailbox',
  description: 'RFC 7396: a field left out stays, null clears it, a list replaces the list.',
  access: 'mail:write',
  ...nothing,
  params: mailboxPath,
  body: MailboxPatch,
  status: 200,
  response: MailboxBody,
  errors: ['mailbox_not_found', 'version_mismatch', ...references],
  example: { params: examplePath, body: { opensDeal: false } },
});

export const deleteMailboxRoute = defineRoute({
  operationId: 'deleteMailbox',
  method: 'DELETE',
  path: '/v1/mailboxes/{mailboxId}',
  tag,
  summary: 'Remove a mailbox',
  description: 'Mail to it is skipped as `unknown_recipient` from then on; what was logged stays.',
  access: 'mail:write',
  ...nothing,
  params: mailboxPath,
  status: 204,
  response: z.undefined(),
  errors: ['mailbox_not_found', 'version_mismatch'],
  example: { params: examplePath },
});

export const mailboxRoutes = [
  createMailboxRoute,
  listMailboxesRoute,
  getMailboxRoute,
  patchMailboxRoute,
  deleteMailboxRoute,
];

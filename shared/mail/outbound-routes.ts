import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { MessageBody, MessageStatus, MessageSummary } from './message.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const messagePath = z.object({ messageId: idOf('message') });
const examplePath = { messageId: 'ms_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };

export const listOutboundMailRoute = defineRoute({
  operationId: 'listOutboundMail',
  method: 'GET',
  path: '/v1/mail/outbound',
  tag: 'Mail out',
  summary: 'Mails that Rapport sends, newest first',
  description:
    'All, or those of one status. `doubtful` are mails of which nobody knows whether they were sent: they wait for a person’s word. A mail stands in the list of its status within a second. Of what users are told (`notification`, `digest`) nobody else is shown what it says.',
  access: 'mail:read',
  ...nothing,
  query: PageQuery.extend({ status: MessageStatus.optional() }),
  status: 200,
  response: pageOf(MessageSummary),
  errors: ['cursor_invalid'],
  example: { query: { status: 'doubtful' } },
});

export const getOutboundMailRoute = defineRoute({
  operationId: 'getOutboundMail',
  method: 'GET',
  path: '/v1/mail/outbound/{messageId}',
  tag: 'Mail out',
  summary: 'A mail that Rapport sends, with what it says and what became of it',
  access: 'mail:read',
  ...nothing,
  params: messagePath,
  status: 200,
  response: MessageBody,
  errors: ['message_not_found'],
  example: { params: examplePath },
});

export const resolveOutboundMailRoute = defineRoute({
  operationId: 'resolveOutboundMail',
  method: 'POST',
  path: '/v1/mail/outbound/{messageId}/resolve',
  tag: 'Mail out',
  summary: 'Say whether a doubtful mail was sent',
  description:
    '`sent: true` puts it on the contact’s timeline; `sent: false` sends it again, as it is. A `failed` mail can be sent again too, once its reason is mended. Repeating it is safe: what is resolved answers 409.',
  access: 'mail:write',
  ...nothing,
  params: messagePath,
  body: z.strictObject({ sent: z.boolean() }),
  status: 200,
  response: MessageBody,
  errors: ['message_not_found', 'message_not_doubtful', 'version_mismatch'],
  example: { params: examplePath, body: { sent: true } },
});

export const outboundRoutes = [listOutboundMailRoute, getOutboundMailRoute, resolveOutboundMailRoute];

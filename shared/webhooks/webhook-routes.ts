import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { NewWebhook, oldSecretHours, Webhook, WebhookPatch } from './webhook.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const webhookPath = z.object({ webhookId: idOf('webhook') });
const webhookId = 'wh_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';
const WebhookBody = Webhook.omit({ workspaceId: true });
const WithSecret = WebhookBody.extend({
  secret: z
    .string()
    .optional()
    .describe('`whsec_…`, to verify signatures by: shown in this answer only. Keep it like a password.'),
  secretShown: z
    .boolean()
    .describe('False in the answer to a repeated request, which cannot show it again; then rotate it.'),
});
const refusals = [
  'webhook_url_refused',
  'condition_invalid',
  'condition_out_of_reach',
  'field_forbidden',
] as const;

export const createWebhookRoute = defineRoute({
  operationId: 'createWebhook',
  method: 'POST',
  path: '/v1/webhooks',
  tag: 'Webhooks',
  summary: 'Have what happens posted to a URL of yours',
  description:
    'Each event is posted as JSON, signed by Standard Webhooks (docs/webhooks.md says how to verify it), with ids and names of fields, never values: read the record by the API. A new webhook is told of what happens from some six seconds on. A workspace has at most 20. A `condition` needs the right to read every record that it is asked of. Send an Idempotency-Key to retry safely.',
  access: 'webhooks:write',
  ...nothing,
  body: NewWebhook,
  status: 201,
  response: WithSecret,
  errors: ['too_many_webhooks', ...refusals],
  example: {
    body: {
      url: 'https://hooks.example.com/rapport',
      description: 'Our billing',
      events: ['deal.moved', 'contact.created', 'contact.updated'],
    },
  },
});

export const listWebhooksRoute = defineRoute({
  operationId: 'listWebhooks',
  method: 'GET',
  path: '/v1/webhooks',
  tag: 'Webhooks',
  summary: 'Webhooks, newest first',
  description: 'A new webhook stands in the list within a second.',
  access: 'webhooks:read',
  ...nothing,
  query: PageQuery,
  status: 200,
  response: pageOf(WebhookBody),
  errors: ['cursor_invalid'],
  example: { query: {} },
});

export const getWebhookRoute = defineRoute({
  operationId: 'getWebhook',
  method: 'GET',
  path: '/v1/webhooks/{webhookId}',
  tag: 'Webhooks',
  summary: 'A webhook, without its secret',
  access: 'webhooks:read',
  ...nothing,
  params: webhookPath,
  status: 200,
  response: WebhookBody,
  errors: ['webhook_not_found'],
  example: { params: { webhookId } },
});

export const patchWebhookRoute = defineRoute({
  operationId: 'patchWebhook',
  method: 'PATCH',
  path: '/v1/webhooks/{webhookId}',
  tag: 'Webhooks',
  summary: 'Change or pause a webhook',
  description:
    'RFC 7396: a field left out stays, null clears it, `events` replace the list; `condition` is replaced as a whole. It acts within six seconds; attempts that are due go to the new URL. `If-Match` holds it to the version that you read.',
  access: 'webhooks:write',
  ...nothing,
  params: webhookPath,
  body: WebhookPatch,
  status: 200,
  response: WebhookBody,
  errors: ['webhook_not_found', ...refusals],
  example: { params: { webhookId }, body: { events: ['*'] } },
});

export const deleteWebhookRoute = defineRoute({
  operationId: 'deleteWebhook',
  method: 'DELETE',
  path: '/v1/webhooks/{webhookId}',
  tag: 'Webhooks',
  summary: 'Delete a webhook with its secrets and its log',
  description: 'Nothing is posted any more, not even what waits for another attempt.',
  access: 'webhooks:write',
  ...nothing,
  params: webhookPath,
  status: 204,
  response: z.undefined(),
  errors: ['webhook_not_found', 'version_mismatch'],
  example: { params: { webhookId } },
});

export const rotateWebhookSecretRoute = defineRoute({
  operationId: 'rotateWebhookSecret',
  method: 'POST',
  path: '/v1/webhooks/{webhookId}/rotate-secret',
  tag: 'Webhooks',
  summary: 'Give a webhook another secret',
  description: `The new one is shown in this answer only. For ${oldSecretHours} hours the old one signs too: every post has two signatures, so that nothing fails while you put the new one in place. A second rotation in that time ends the oldest at once. Send an Idempotency-Key to retry safely.`,
  access: 'webhooks:write',
  ...nothing,
  params: webhookPath,
  status: 200,
  response: WithSecret.extend({ oldSecretUntil: z.iso.datetime().optional() }),
  errors: ['webhook_not_found', 'version_mismatch', 'version_conflict'],
  example: { params: { webhookId }, body: {} },
});

export const resumeWebhookRoute = defineRoute({
  operationId: 'resumeWebhook',
  method: 'POST',
  path: '/v1/webhooks/{webhookId}/resume',
  tag: 'Webhooks',
  summary: 'Let a paused webhook go on',
  description:
    'What happened while it was paused is not posted: replay it from the change feed. What failed can be redelivered. Safe to repeat.',
  access: 'webhooks:write',
  ...nothing,
  params: webhookPath,
  status: 200,
  response: WebhookBody,
  errors: ['webhook_not_found', 'version_mismatch', 'condition_out_of_reach', 'field_forbidden'],
  example: { params: { webhookId }, body: {} },
});

export const webhookRoutes = [
  createWebhookRoute,
  listWebhooksRoute,
  getWebhookRoute,
  patchWebhookRoute,
  deleteWebhookRoute,
  rotateWebhookSecretRoute,
  resumeWebhookRoute,
];

import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { Delivery, daysKept } from './delivery.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const webhookPath = z.object({ webhookId: idOf('webhook') });
const deliveryPath = webhookPath.extend({ deliveryId: idOf('delivery') });
const webhookId = 'wh_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';
const deliveryId = 'wd_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';

const DeliveryBody = Delivery.omit({ workspaceId: true, roundFrom: true, expiresAt: true }).extend({
  id: Delivery.shape.id.describe('The `webhook-id` of every attempt.'),
  eventId: Delivery.shape.eventId.describe('The `id` in the body.'),
  at: Delivery.shape.at.describe('When it happened.'),
  data: Delivery.shape.data.describe('What is posted of it: ids and names of fields.'),
  attempts: Delivery.shape.attempts.describe('The last forty, the first one first.'),
  until: Delivery.shape.until.describe('Until when it is tried.'),
});
const DeliverySummary = DeliveryBody.omit({ attempts: true, data: true }).extend({
  lastAttempt: DeliveryBody.shape.attempts.element.optional(),
});

export const testWebhookRoute = defineRoute({
  operationId: 'testWebhook',
  method: 'POST',
  path: '/v1/webhooks/{webhookId}/test',
  tag: 'Webhooks',
  summary: 'Post a `webhook.ping` to a webhook’s URL',
  description:
    'It is tried once, within a second or two, also where the webhook is paused; read the delivery to see what came of it. Send an Idempotency-Key to retry safely.',
  access: 'webhooks:write',
  ...nothing,
  params: webhookPath,
  status: 202,
  response: DeliveryBody,
  errors: ['webhook_not_found'],
  example: { params: { webhookId }, body: {} },
});

export const listWebhookDeliveriesRoute = defineRoute({
  operationId: 'listWebhookDeliveries',
  method: 'GET',
  path: '/v1/webhooks/{webhookId}/deliveries',
  tag: 'Webhooks',
  summary: 'What a webhook was told, newest first',
  description: `Kept for ${daysKept} days. With \`status\` those that are in trouble: \`retrying\`, or \`failed\`.`,
  access: 'webhooks:read',
  ...nothing,
  params: webhookPath,
  query: PageQuery.extend({ status: z.enum(['retrying', 'failed']).optional() }),
  status: 200,
  response: pageOf(DeliverySummary),
  errors: ['webhook_not_found', 'cursor_invalid'],
  example: { params: { webhookId }, query: { status: 'failed' } },
});

export const getWebhookDeliveryRoute = defineRoute({
  operationId: 'getWebhookDelivery',
  method: 'GET',
  path: '/v1/webhooks/{webhookId}/deliveries/{deliveryId}',
  tag: 'Webhooks',
  summary: 'A delivery with its attempts',
  description:
    'Of each attempt when it was, what the target answered and how long it took; never what it said.',
  access: 'webhooks:read',
  ...nothing,
  params: deliveryPath,
  status: 200,
  response: DeliveryBody,
  errors: ['webhook_not_found', 'delivery_not_found'],
  example: { params: { webhookId, deliveryId } },
});

export const redeliverRoute = defineRoute({
  operationId: 'redeliver',
  method: 'POST',
  path: '/v1/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver',
  tag: 'Webhooks',
  summary: 'Post a delivery again',
  description:
    'One that failed, or that was delivered and lost behind the target. It has the same `webhook-id` and is tried for a day again. Send an Idempotency-Key to retry safely.',
  access: 'webhooks:write',
  ...nothing,
  params: deliveryPath,
  status: 202,
  response: DeliveryBody,
  errors: ['webhook_not_found', 'delivery_not_found', 'delivery_not_settled', 'webhook_paused'],
  example: { params: { webhookId, deliveryId }, body: {} },
});

export const deliveryRoutes = [
  testWebhookRoute,
  listWebhookDeliveriesRoute,
  getWebhookDeliveryRoute,
  redeliverRoute,
];

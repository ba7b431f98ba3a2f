import { api } from '../../shared/platform/api.ts';
import { createWebhookOperation } from './operations/create-webhook.ts';
import { deleteWebhookOperation } from './operations/delete-webhook.ts';
import { getWebhookOperation } from './operations/get-webhook.ts';
import { getWebhookDeliveryOperation } from './operations/get-webhook-delivery.ts';
import { listWebhookDeliveriesOperation } from './operations/list-webhook-deliveries.ts';
import { listWebhooksOperation } from './operations/list-webhooks.ts';
import { patchWebhookOperation } from './operations/patch-webhook.ts';
import { redeliverOperation } from './operations/redeliver.ts';
import { resumeWebhookOperation } from './operations/resume-webhook.ts';
import { rotateWebhookSecretOperation } from './operations/rotate-webhook-secret.ts';
import { testWebhookOperation } from './operations/test-webhook.ts';

export const handler = api([
  createWebhookOperation,
  listWebhooksOperation,
  getWebhookOperation,
  patchWebhookOperation,
  deleteWebhookOperation,
  rotateWebhookSecretOperation,
  resumeWebhookOperation,
  testWebhookOperation,
  listWebhookDeliveriesOperation,
  getWebhookDeliveryOperation,
  redeliverOperation,
]);

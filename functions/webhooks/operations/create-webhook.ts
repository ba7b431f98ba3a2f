import { operation } from '../../../shared/platform/api.ts';
import { assertMaySubscribe } from '../../../shared/webhooks/subscription.ts';
import { createWebhook } from '../../../shared/webhooks/webhook.ts';
import { createWebhookRoute } from '../../../shared/webhooks/webhook-routes.ts';
import { assertRoomForWebhook, saveNewWebhook } from '../../../shared/webhooks/webhook-store.ts';
import { allowedOf, assertUrl } from '../../../shared/webhooks/webhook-url.ts';

export const createWebhookOperation = operation(createWebhookRoute, async ({ body, ...by }) => {
  assertUrl(body.url, allowedOf(process.env.WEBHOOK_ALLOW));
  assertMaySubscribe(by.actor, body);
  await assertRoomForWebhook(by.actor.workspaceId);
  return await saveNewWebhook(createWebhook(body, by), by);
});

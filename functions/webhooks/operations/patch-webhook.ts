import { assertMatch } from '../../../shared/core/match.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { assertMaySubscribe } from '../../../shared/webhooks/subscription.ts';
import { patchWebhook } from '../../../shared/webhooks/webhook.ts';
import { patchWebhookRoute } from '../../../shared/webhooks/webhook-routes.ts';
import { saveWebhook, webhookStore } from '../../../shared/webhooks/webhook-store.ts';
import { allowedOf, assertUrl } from '../../../shared/webhooks/webhook-url.ts';

/** Whoever changes what a condition is asked of must be one who could have set it. */
export const patchWebhookOperation = operation(
  patchWebhookRoute,
  ({ params: { webhookId }, body, match, ...by }) =>
    retryLostRace(async () => {
      if (body.url !== undefined) assertUrl(body.url, allowedOf(process.env.WEBHOOK_ALLOW));
      const webhook = await webhookStore.get(by.actor.workspaceId, webhookId);
      assertMatch(webhook, match);
      const change = patchWebhook(webhook, body, by);
      assertMaySubscribe(by.actor, change.after);
      return await saveWebhook(change, by);
    }),
);

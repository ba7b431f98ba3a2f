import { assertMatch } from '../../../shared/core/match.ts';
import { operation } from '../../../shared/platform/api.ts';
import { rotateWebhook } from '../../../shared/webhooks/webhook.ts';
import { rotateWebhookSecretRoute } from '../../../shared/webhooks/webhook-routes.ts';
import { saveRotation, webhookStore } from '../../../shared/webhooks/webhook-store.ts';

/** A lost race is not tried again: of two rotations at once the second would end the secret that still signs. */
export const rotateWebhookSecretOperation = operation(
  rotateWebhookSecretRoute,
  async ({ params: { webhookId }, match, ...by }) => {
    const webhook = await webhookStore.get(by.actor.workspaceId, webhookId);
    assertMatch(webhook, match);
    return await saveRotation(rotateWebhook(webhook, by), by);
  },
);

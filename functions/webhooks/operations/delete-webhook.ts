import { assertMatch } from '../../../shared/core/match.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { deleteWebhook } from '../../../shared/webhooks/webhook.ts';
import { deleteWebhookRoute } from '../../../shared/webhooks/webhook-routes.ts';
import { removeWebhook, webhookStore } from '../../../shared/webhooks/webhook-store.ts';

export const deleteWebhookOperation = operation(
  deleteWebhookRoute,
  ({ params: { webhookId }, match, ...by }) =>
    retryLostRace(async () => {
      const webhook = await webhookStore.get(by.actor.workspaceId, webhookId);
      assertMatch(webhook, match);
      await removeWebhook(deleteWebhook(webhook), by);
      return undefined;
    }),
);

import { assertMatch } from '../../../shared/core/match.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { assertMaySubscribe } from '../../../shared/webhooks/subscription.ts';
import { patchWebhook } from '../../../shared/webhooks/webhook.ts';
import { resumeWebhookRoute } from '../../../shared/webhooks/webhook-routes.ts';
import { saveWebhook, webhookStore } from '../../../shared/webhooks/webhook-store.ts';

export const resumeWebhookOperation = operation(
  resumeWebhookRoute,
  ({ params: { webhookId }, match, ...by }) =>
    retryLostRace(async () => {
      const webhook = await webhookStore.get(by.actor.workspaceId, webhookId);
      assertMatch(webhook, match);
      assertMaySubscribe(by.actor, webhook);
      return await saveWebhook(patchWebhook(webhook, { status: 'active' }, by), by);
    }),
);

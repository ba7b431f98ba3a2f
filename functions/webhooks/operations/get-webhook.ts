import { operation } from '../../../shared/platform/api.ts';
import { getWebhookRoute } from '../../../shared/webhooks/webhook-routes.ts';
import { webhookStore } from '../../../shared/webhooks/webhook-store.ts';

export const getWebhookOperation = operation(getWebhookRoute, ({ actor, params: { webhookId } }) =>
  webhookStore.get(actor.workspaceId, webhookId),
);

import { operation } from '../../../shared/platform/api.ts';
import { listWebhookDeliveriesRoute } from '../../../shared/webhooks/delivery-routes.ts';
import { deliveryPage } from '../../../shared/webhooks/delivery-store.ts';
import { webhookStore } from '../../../shared/webhooks/webhook-store.ts';

export const listWebhookDeliveriesOperation = operation(
  listWebhookDeliveriesRoute,
  async ({ actor, params: { webhookId }, query: { status, ...page } }) => {
    const { workspaceId } = await webhookStore.get(actor.workspaceId, webhookId);
    const { items, cursor } = await deliveryPage({ workspaceId, webhookId }, status, page);
    return { items: items.map((one) => ({ ...one, lastAttempt: one.attempts.at(-1) })), cursor };
  },
);

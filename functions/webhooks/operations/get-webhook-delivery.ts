import { operation } from '../../../shared/platform/api.ts';
import { getWebhookDeliveryRoute } from '../../../shared/webhooks/delivery-routes.ts';
import { getDelivery } from '../../../shared/webhooks/delivery-store.ts';
import { webhookStore } from '../../../shared/webhooks/webhook-store.ts';

/** Of a webhook that was deleted nothing is shown any more. */
export const getWebhookDeliveryOperation = operation(
  getWebhookDeliveryRoute,
  async ({ actor, params: { webhookId, deliveryId } }) => {
    const { workspaceId } = await webhookStore.get(actor.workspaceId, webhookId);
    return await getDelivery({ workspaceId, webhookId }, deliveryId);
  },
);

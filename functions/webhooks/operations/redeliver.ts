import { operation } from '../../../shared/platform/api.ts';
import { redelivered } from '../../../shared/webhooks/delivery.ts';
import { redeliverRoute } from '../../../shared/webhooks/delivery-routes.ts';
import { getDelivery, queueAttempt, saveRedelivery } from '../../../shared/webhooks/delivery-store.ts';
import { pingType } from '../../../shared/webhooks/event-catalogue.ts';
import { webhookPaused } from '../../../shared/webhooks/webhook.ts';
import { webhookStore } from '../../../shared/webhooks/webhook-store.ts';

export const redeliverOperation = operation(
  redeliverRoute,
  async ({ params: { webhookId, deliveryId }, ...by }) => {
    const { workspaceId, status } = await webhookStore.get(by.actor.workspaceId, webhookId);
    const delivery = await getDelivery({ workspaceId, webhookId }, deliveryId);
    if (status === 'paused' && delivery.type !== pingType) throw webhookPaused(webhookId);
    const after = redelivered(delivery, by.now);
    await saveRedelivery(delivery, after, by);
    await queueAttempt(after, by.now);
    return after;
  },
);

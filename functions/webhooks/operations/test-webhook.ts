import { newId } from '../../../shared/core/ids.ts';
import { operation } from '../../../shared/platform/api.ts';
import { newDelivery } from '../../../shared/webhooks/delivery.ts';
import { testWebhookRoute } from '../../../shared/webhooks/delivery-routes.ts';
import { addDelivery, queueAttempt } from '../../../shared/webhooks/delivery-store.ts';
import { pingType } from '../../../shared/webhooks/event-catalogue.ts';
import { webhookStore } from '../../../shared/webhooks/webhook-store.ts';

/** A ping has no event behind it: its id is one of its own. */
export const testWebhookOperation = operation(testWebhookRoute, async ({ params: { webhookId }, ...by }) => {
  const { now, actor } = by;
  const { workspaceId, id } = await webhookStore.get(actor.workspaceId, webhookId);
  const happened = { workspaceId, eventId: `${newId('change', now)}.0`, type: pingType, at: now };
  const delivery = await addDelivery(newDelivery(id, { ...happened, data: { webhookId: id } }, now), by);
  await queueAttempt(delivery, now);
  return delivery;
});

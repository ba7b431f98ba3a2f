import { contactMergeEvents, contactsReckoned } from '../../shared/contacts/contact-events.ts';
import { orderRecord } from '../../shared/orders/order.ts';
import { orderEvents } from '../../shared/orders/order-events.ts';
import { reckonPurchases } from '../../shared/orders/purchases-store.ts';
import { retryLostRace } from '../../shared/platform/again.ts';
import { changedFields } from '../../shared/platform/change-store.ts';
import { consumer, RetryDoubling } from '../../shared/platform/consumer.ts';
import { recordStore } from '../../shared/platform/record-store.ts';
import { unprojected } from '../../shared/privacy/items-store.ts';
import { reckonRisk } from '../../shared/risk/risk-store.ts';

const orders = recordStore(orderRecord);
type Data = { recordId: string; fields: string[]; mergedIds?: string[] | undefined };

async function reckonEach(workspaceId: string, contactIds: Iterable<string>): Promise<void> {
  for (const id of contactIds) {
    await retryLostRace(() => reckonPurchases(workspaceId, id));
    await retryLostRace(() => reckonRisk(workspaceId, id, new Date().toISOString()));
  }
}

/**
 * An event only says whose purchases to reckon anew, from the lists that the projector keeps: where it has not looked at the order
 * yet, the message comes again. An order that went to another contact is reckoned with both;
 * how likely they leave follows from it.
 */
export const handler = consumer<Data>([...orderEvents, ...contactMergeEvents], async (event) => {
  const { workspaceId, type, data } = event;
  const { recordId, mergedIds } = data;
  if (mergedIds) return reckonEach(workspaceId, contactsReckoned(recordId, mergedIds));
  const [behind] = await unprojected([orders.keyOf(workspaceId, recordId)]);
  if (behind) throw new RetryDoubling(1, 'The lists do not follow the order yet.');
  const order = await orders.find(workspaceId, recordId);
  const moved = type === 'order.updated' && data.fields.includes('contactId');
  const from = moved ? (await changedFields('order', event))?.contactId?.before : undefined;
  const contactIds = new Set([order?.contactId, from].filter((id) => typeof id === 'string'));
  await reckonEach(workspaceId, contactIds);
});

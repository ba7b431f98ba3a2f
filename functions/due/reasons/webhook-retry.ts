import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import type { DueEntry } from '../../../shared/core/due.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { db, tableName } from '../../../shared/platform/dynamo.ts';
import type { Delivery } from '../../../shared/webhooks/delivery.ts';
import { getDelivery, ofDueName, queueAttempt } from '../../../shared/webhooks/delivery-store.ts';

async function deliveryOf({ workspaceId, id: name }: DueEntry) {
  const { webhookId, id } = ofDueName(name);
  try {
    return await getDelivery({ workspaceId, webhookId }, id);
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not_found') return undefined; // its days are over
    throw error;
  }
}

/** One that is new was asked for and perhaps never queued. */
const isWaiting = ({ status, nextAttemptAt }: Delivery, { at }: DueEntry) =>
  status === 'pending' || (status === 'retrying' && nextAttemptAt === at);

/**
 * The next attempt of a delivery is due: it is queued, and only then the entry goes, which no projector moves. An attempt
 * that is queued twice is noted once.
 */
export async function webhookRetry(entry: DueEntry, now: string): Promise<void> {
  const delivery = await deliveryOf(entry);
  if (delivery && isWaiting(delivery, entry)) await queueAttempt(delivery, now);
  const { pk, sk } = entry;
  await db.send(new DeleteCommand({ TableName: tableName(), Key: { pk, sk } }));
}

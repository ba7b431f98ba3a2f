import * as z from 'zod';
import type { Condition } from '../../shared/conditions/condition.ts';
import { factsFor } from '../../shared/conditions/facts-store.ts';
import type { ConditionKind } from '../../shared/conditions/fields.ts';
import type { Now } from '../../shared/conditions/moment.ts';
import { kindOfId } from '../../shared/core/ids.ts';
import type { Item } from '../../shared/core/projection.ts';
import { recordKey } from '../../shared/core/record.ts';
import { queueConsumer } from '../../shared/platform/consumer.ts';
import { getItem } from '../../shared/platform/dynamo.ts';
import { newDelivery } from '../../shared/webhooks/delivery.ts';
import { addDelivery, queueAttempt } from '../../shared/webhooks/delivery-store.ts';
import { subjectOf } from '../../shared/webhooks/event-catalogue.ts';
import { listens, passes } from '../../shared/webhooks/subscription.ts';
import type { Webhook } from '../../shared/webhooks/webhook.ts';
import { webhooksOf } from '../../shared/webhooks/webhook-store.ts';
import { workspaceOf } from '../../shared/workspaces/workspace-store.ts';

const Published = z.object({
  'detail-type': z.string(),
  detail: z.object({
    id: z.string(),
    workspaceId: z.string(),
    at: z.iso.datetime(),
    data: z.record(z.string(), z.unknown()),
  }),
});
type Happened = z.infer<typeof Published>['detail'];

type Asking = { workspaceId: string; kind: ConditionKind | undefined; record: Item | undefined; now: Now };
/** Whether a condition holds of the record and of what lies beside it. */
async function isPassed(condition: Condition | undefined, { workspaceId, kind, record, now }: Asking) {
  if (condition === undefined || record === undefined || kind === undefined)
    return passes(condition, record, now);
  const id = String(record.id);
  const facts = await factsFor(workspaceId, kind, condition, [{ ...record, id }]);
  return passes(condition, facts.get(id), now);
}

/** Those whose condition holds of the record as it is now; it is read only where one asks. */
async function passing(
  listening: Webhook[],
  { workspaceId, data }: Happened,
  at: string,
): Promise<Webhook[]> {
  if (listening.every(({ condition }) => condition === undefined)) return listening;
  const id = subjectOf(data);
  const kind = id === undefined ? undefined : kindOfId(id);
  const [record, { timeZone }] = await Promise.all([
    id && kind ? getItem(recordKey(workspaceId, kind, id)) : undefined,
    workspaceOf(workspaceId),
  ]);
  const asking = { workspaceId, kind: kind as ConditionKind | undefined, record, now: { at, timeZone } };
  const passed = await Promise.all(listening.map(({ condition }) => isPassed(condition, asking)));
  return listening.filter((_, n) => passed[n]);
}

/**
 * Makes a delivery of an event for each webhook that is to be told of it, and queues its first attempt. The same event gives the
 * same deliveries: one that is there and was not tried yet is queued again, as its first run may have died before that.
 */
export const handler = queueConsumer(async (body) => {
  const { 'detail-type': type, detail } = Published.parse(body);
  const { id: eventId, workspaceId, at, data } = detail;
  const listening = (await webhooksOf(workspaceId)).filter((webhook) => listens(webhook, type));
  if (listening.length === 0) return;
  const now = new Date().toISOString();
  for (const { id } of await passing(listening, detail, now)) {
    const delivery = await addDelivery(newDelivery(id, { workspaceId, eventId, type, at, data }, now));
    if (delivery.status === 'pending' && delivery.attemptCount === 0) await queueAttempt(delivery, now);
  }
});

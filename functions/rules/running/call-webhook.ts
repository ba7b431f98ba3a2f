import { notFound } from '../../../shared/core/errors.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { newDelivery } from '../../../shared/webhooks/delivery.ts';
import { deliveryPutWrites, queueAttempt } from '../../../shared/webhooks/delivery-store.ts';
import { ruleCalledType } from '../../../shared/webhooks/event-catalogue.ts';
import { webhookStore } from '../../../shared/webhooks/webhook-store.ts';
import type { Deed } from './moment.ts';

/**
 * Has a webhook told that a rule came by here: ids alone. The delivery is stored with the step and queued then; who dies in between
 * leaves an entry in the due index, by which it is queued a minute later.
 */
export const callWebhook: Deed<'call_webhook'> = async (
  { webhookId, id: stepId },
  { run, record, by, noted },
) => {
  const { workspaceId, ruleId } = run;
  const webhook = await webhookStore.find(workspaceId, webhookId);
  if (!webhook) throw notFound('webhook', webhookId);
  if (webhook.status === 'paused') return { skipped: 'webhook_paused' };
  const data = { ruleId, runId: run.id, stepId, recordId: record.id, of: run.kind };
  const happened = {
    workspaceId,
    eventId: `${run.id}.${stepId}`,
    type: ruleCalledType,
    at: run.createdAt,
    data,
  };
  const delivery = newDelivery(webhookId, happened, by.now);
  await commit([...deliveryPutWrites(delivery, by.now), ...noted(delivery.id)]);
  await queueAttempt(delivery, by.now);
  return { made: delivery.id };
};

import type { SQSRecord } from 'aws-lambda';
import { type Delivery, mailReceives } from '../../shared/mail/intake.ts';
import { mailMessageOf } from '../../shared/mail/intake-notification.ts';
import { intakeStore, markDone } from '../../shared/mail/intake-store.ts';
import { domainOf } from '../../shared/mail/mailbox.ts';
import { workspaceOfDomain } from '../../shared/mail/mailbox-store.ts';
import { queueConsumer } from '../../shared/platform/consumer.ts';
import { logger } from '../../shared/platform/logger.ts';
import { forgetNeverLogged } from './intake/forget-mail.ts';
import { listBucket } from './intake/list-bucket.ts';
import { deliveryFromRaw } from './intake/reconstruct.ts';
import { takeIn } from './intake/take-in.ts';

type How = { now: string; isLast: boolean };

async function byWorkspace(recipients: string[]): Promise<Map<string, string[]>> {
  const all = new Map<string, string[]>();
  for (const recipient of recipients) {
    const workspaceId = await workspaceOfDomain(domainOf(recipient));
    if (workspaceId) all.set(workspaceId, [...(all.get(workspaceId) ?? []), recipient]);
  }
  return all;
}

async function receive(delivery: Delivery, how: How): Promise<void> {
  const workspaces = await byWorkspace(delivery.recipients);
  // A domain that SES receives for and no workspace has is a mistake of the deployment: the dead-letter queue rings.
  if (workspaces.size === 0) throw new Error(`No workspace receives the mail ${delivery.rawKey}`);
  let failure: unknown;
  for (const [workspaceId, recipients] of workspaces) {
    await takeIn({ ...delivery, recipients }, workspaceId, how).catch((error: unknown) => {
      failure ??= error; // one workspace's trouble is not the next one's
    });
  }
  if (failure) throw failure;
  await forgetNeverLogged(delivery.rawKey, [...workspaces.keys()]);
  await markDone(delivery.rawKey, how.now, [...workspaces.keys()]);
}

async function reconcile(rawKey: string, at: string, how: How): Promise<void> {
  const delivery = await deliveryFromRaw(rawKey, at);
  if (delivery) await receive(delivery, how);
  else logger.warn('nothing to reconcile', { rawKey });
}

async function retry(workspaceId: string, intakeId: string, how: How): Promise<void> {
  const intake = await intakeStore.get(workspaceId, intakeId);
  await takeIn(intake, workspaceId, { ...how, retry: true });
  await forgetNeverLogged(intake.rawKey, [workspaceId]);
}

async function handle(body: unknown, record: SQSRecord): Promise<void> {
  const now = new Date().toISOString();
  const message = mailMessageOf(body);
  const how = { now, isLast: Number(record.attributes.ApproximateReceiveCount) >= mailReceives };
  if (message.kind === 'delivery') await receive(message.delivery, how);
  else if (message.kind === 'reconcile') await reconcile(message.rawKey, message.at, how);
  else if (message.kind === 'retry') await retry(message.workspaceId, message.intakeId, how);
  else if (message.kind === 'listing') await listBucket(message.time);
  else logger.info('not a received mail', { type: message.type });
}

/** Takes in what SES has received: each message to an end that is recorded; delivered twice, it changes nothing. */
export const handler = queueConsumer(handle);

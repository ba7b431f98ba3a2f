import { type Context, systemContext } from '../../../shared/core/actor.ts';
import type { Change } from '../../../shared/core/record.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { queueMessage } from '../../../shared/mail/message.ts';
import { htmlOfText } from '../../../shared/mail/render.ts';
import { notificationWrites } from '../../../shared/notifications/notify-store.ts';
import { commit, type Write } from '../../../shared/platform/commit.ts';
import { saveChanges } from '../../../shared/platform/record-store.ts';
import {
  afterAttempt,
  bodyOf,
  type Delivery,
  type DeliveryMessage,
  heldBack,
  putOff,
  stepFor,
} from '../../../shared/webhooks/delivery.ts';
import {
  deliveryWrites,
  Outrun,
  queueAttempt,
  readForAttempt,
} from '../../../shared/webhooks/delivery-store.ts';
import { pingType } from '../../../shared/webhooks/event-catalogue.ts';
import {
  endTurn,
  failingSinceOf,
  isLost,
  isStuck,
  itFails,
  itIsWell,
  takeTurn,
} from '../../../shared/webhooks/health-store.ts';
import { pausedMail } from '../../../shared/webhooks/paused-mail.ts';
import { openSecrets } from '../../../shared/webhooks/secret-store.ts';
import { signedHeaders } from '../../../shared/webhooks/signature.ts';
import { pauseWebhook, type Webhook } from '../../../shared/webhooks/webhook.ts';
import { allowedOf } from '../../../shared/webhooks/webhook-url.ts';
import { post } from './post.ts';

type Found = NonNullable<Awaited<ReturnType<typeof readForAttempt>>>;
type Reason = Parameters<typeof pauseWebhook>[1];

/** One attempt; the target's answer makes the next step. */
async function attempted({ delivery, webhook, secrets }: Found, now: string): Promise<Delivery> {
  const body = bodyOf(delivery);
  const signed = signedHeaders(delivery.id, now, body, await openSecrets(webhook, secrets, now));
  const headers = { 'content-type': 'application/json', 'user-agent': 'Rapport-Webhooks/1', ...signed };
  const allowed = allowedOf(process.env.WEBHOOK_ALLOW);
  const outcome = await post({ url: new URL(webhook.url), headers, body, allowed });
  return afterAttempt(delivery, outcome, now, Math.random());
}

/** Why the webhook is to be paused after this step, if it is. */
function pauseReason({ webhook, health }: Found, { status, reason, type }: Delivery, now: string) {
  if (webhook.status === 'paused' || status !== 'failed' || type === pingType) return undefined;
  if (reason === 'gone') return 'gone';
  return isLost(failingSinceOf(health), now) ? 'failing' : undefined;
}

/** What is noted of the target itself; a ping that fails is only asked for to see. */
function healthWrites({ webhook, health }: Found, { status, type }: Delivery, now: string): Write[] {
  const isFailing = failingSinceOf(health) !== undefined;
  if (status === 'delivered') return isFailing ? [itIsWell(webhook)] : [];
  if (type === pingType) return []; // nobody's turn, and no event that is lost
  if (isStuck(health, now)) return [endTurn(webhook, new Date().toISOString())]; // the post took its time since `now`
  return isFailing ? [] : [itFails(webhook, now)];
}

/** The pause and the mail to who made the webhook, if they are still there: of any number of attempts that give up, one tells. */
async function pausing(webhook: Webhook, reason: Reason, by: Context): Promise<Change[]> {
  const paused = pauseWebhook(webhook, reason, by.now);
  const maker = await userStore.find(webhook.workspaceId, webhook.madeBy);
  const mail = maker?.status === 'active' ? [queueMessage(mailTo(maker.email, paused.after), by)] : [];
  return [paused, ...mail] as unknown as Change[];
}
function mailTo(to: string, paused: Webhook) {
  const { subject, text } = pausedMail(paused);
  const claim = `webhook_paused:${paused.id}:${paused.version}`;
  return { claim, purpose: 'webhook_paused' as const, to, subject, text, html: htmlOfText(text) };
}

/** Who made it is told on the console as well. */
const toldOf = ({ workspaceId, id: about, version, madeBy: userId }: Webhook, code: Reason, now: string) =>
  notificationWrites(
    { workspaceId, userId, type: 'webhook_paused', id: `paused:${about}:${version}`, about, code },
    now,
  );

/** Notes a step in one transaction with all that follows from it. */
async function note(found: Found, after: Delivery, now: string): Promise<void> {
  const { delivery, webhook } = found;
  const reason = pauseReason(found, after, now);
  const wasPosted = after.attemptCount > delivery.attemptCount;
  const writes = [
    ...deliveryWrites(delivery, after, now),
    ...(wasPosted && !reason ? healthWrites(found, after, now) : []),
  ];
  if (!reason) return commit(writes);
  const by = systemContext(webhook.workspaceId, 'system', webhook.id, now, delivery.id);
  await saveChanges(await pausing(webhook, reason, by), by, [
    ...writes,
    ...(await toldOf(webhook, reason, now)),
  ]);
}

/** What becomes of it now: held back, put off, or tried. */
async function stepped(found: Found, now: string): Promise<Delivery> {
  const { delivery, webhook, health } = found;
  if (delivery.type === pingType) return attempted(found, now);
  if (webhook.status === 'paused') return heldBack(delivery);
  const waits = isStuck(health, now) && !(await takeTurn(webhook, now));
  return (waits && putOff(delivery, now, Math.random())) || attempted(found, now);
}

/**
 * Makes the attempt that a message asks for, unless it was made. Safe to run twice: an attempt is noted once. Whoever dies between
 * the post and the note posts again, with the same `webhook-id`; whoever dies before the next attempt is queued queues it then.
 */
export async function makeAttempt(message: DeliveryMessage, now: string): Promise<void> {
  const found = await readForAttempt(message);
  if (!found) return; // the webhook was deleted, or its days are over
  const { delivery } = found;
  const step = stepFor(delivery, message.attempt);
  if (step === 'nothing') return;
  if (step === 'requeue') return queueAttempt(delivery, now);
  const after = await stepped(found, now);
  try {
    await note(found, after, now);
  } catch (error) {
    if (error instanceof Outrun) return; // another run of the same message was quicker
    throw error;
  }
  if (after.status === 'retrying') await queueAttempt(after, now);
}

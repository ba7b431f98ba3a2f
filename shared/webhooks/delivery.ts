import * as z from 'zod';
import { canonical } from '../core/canonical.ts';
import { derivedIdAt } from '../core/derived-id.ts';
import { AppError } from '../core/errors.ts';
import { idOf } from '../core/ids.ts';
import { pingType } from './event-catalogue.ts';

export const daysKept = 30;
const mostAttemptsKept = 40;
const hoursTried = 24;

const DeliveryStatus = z
  .enum(['pending', 'retrying', 'delivered', 'failed'])
  .describe(
    '`pending`: not tried yet. `retrying`: an attempt failed and the next is due at `nextAttemptAt`. `failed`: it was given up; it can be redelivered.',
  )
  .meta({ id: 'DeliveryStatus' });
const Attempt = z.object({
  at: z.iso.datetime(),
  ms: z.int().nonnegative().describe('How long the target took.'),
  status: z.int().optional().describe('What the target answered.'),
  error: z.string().optional().describe('Why there was no answer: a code.'),
});
type Attempt = z.infer<typeof Attempt>;

/** What one webhook is told of one event, and what became of it: ids and names of fields, never a value. */
export const Delivery = z.object({
  id: idOf('delivery'),
  workspaceId: idOf('workspace'),
  webhookId: idOf('webhook'),
  eventId: z.string(),
  type: z.string(),
  /** When it happened. */
  at: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
  status: DeliveryStatus,
  /** Why it was given up: a code. */
  reason: z.enum(['gave_up', 'refused', 'gone', 'webhook_paused']).optional(),
  attempts: z.array(Attempt),
  attemptCount: z.int().nonnegative(),
  /** How many attempts there had been when it was asked for (again). */
  roundFrom: z.int().nonnegative(),
  /** Until when it is tried. */
  until: z.iso.datetime(),
  nextAttemptAt: z.iso.datetime().optional(),
  createdAt: z.iso.datetime(),
  /** Seconds of the epoch; the table deletes it by itself. */
  expiresAt: z.int(),
});
export type Delivery = z.infer<typeof Delivery>;

/** The same event for the same webhook is the same delivery, however often it comes; ids sort by when it happened. */
export const deliveryId = (webhookId: string, eventId: string, at: string): string =>
  derivedIdAt('delivery', at, `${webhookId}\n${eventId}`);

const after = (now: string, ms: number) => new Date(Date.parse(now) + ms).toISOString();
const hourMs = 3_600_000;
const lasting = (now: string) => Math.floor(Date.parse(now) / 1000) + daysKept * 86_400;

/** A ping is tried once: it is asked for to see what comes of it. */
const triedUntil = (type: string, now: string) => (type === pingType ? now : after(now, hoursTried * hourMs));

type Happened = Pick<Delivery, 'workspaceId' | 'eventId' | 'type' | 'at' | 'data'>;
export const newDelivery = (webhookId: string, happened: Happened, now: string): Delivery => ({
  ...happened,
  id: deliveryId(webhookId, happened.eventId, happened.at),
  webhookId,
  status: 'pending',
  attempts: [],
  attemptCount: 0,
  roundFrom: 0,
  until: triedUntil(happened.type, now),
  createdAt: now,
  expiresAt: lasting(now),
});

/** What came of a post: the target's answer, or the code of why there was none. */
export type Outcome = { ms: number; status?: number; error?: string; retryAfterS?: number };
export type Verdict = 'delivered' | 'again' | 'gone' | 'refused';
const passing = new Set([408, 425, 429]);
/** Refused by ourselves: trying again would ask the same. */
export const urlRefused = 'webhook_url_refused';

/** 2xx is delivered. What may pass is tried again: no answer, 408, 425, 429, 5xx. Whatever else is answered stays so, redirects too. */
export function verdictOn({ status, error }: Pick<Outcome, 'status' | 'error'>): Verdict {
  if (status === undefined) return error === urlRefused ? 'refused' : 'again';
  if (status >= 200 && status < 300) return 'delivered';
  if (status === 410) return 'gone';
  return passing.has(status) || status >= 500 ? 'again' : 'refused';
}

const s = 1000;
const min = 60 * s;
/** How long after each failed attempt the next is: together with four-hour steps, thirteen in a day. */
const delays = [5 * s, 30 * s, 2 * min, 10 * min, 30 * min, hourMs, 2 * hourMs];
const longest = 4 * hourMs;
const mostRetryAfterS = 3600;
/** Spread by a fifth to either side, so that what failed together does not come back together. `random` is in [0, 1). */
function delayMs(tries: number, { retryAfterS = 0 }: Outcome, random: number): number {
  const planned = (delays[tries - 1] ?? longest) * (0.8 + 0.4 * random);
  return Math.max(planned, Math.min(retryAfterS, mostRetryAfterS) * s);
}

const settled = (
  delivery: Delivery,
  status: 'delivered' | 'failed',
  reason?: Delivery['reason'],
): Delivery => {
  const { nextAttemptAt: _, reason: __, ...rest } = delivery;
  return { ...rest, status, ...(reason && { reason }) };
};

/** The delivery once an attempt that began at `now` had this outcome. */
export function afterAttempt(delivery: Delivery, outcome: Outcome, now: string, random: number): Delivery {
  const { ms, status, error } = outcome;
  const attempt: Attempt = { at: now, ms, ...(status !== undefined && { status }), ...(error && { error }) };
  const attemptCount = delivery.attemptCount + 1;
  const attempts = [...delivery.attempts, attempt].slice(-mostAttemptsKept);
  const tried = { ...delivery, attempts, attemptCount };
  const verdict = verdictOn(outcome);
  if (verdict === 'delivered') return settled(tried, 'delivered');
  if (verdict !== 'again') return settled(tried, 'failed', verdict);
  const next = after(now, ms + delayMs(attemptCount - delivery.roundFrom, outcome, random));
  if (next > delivery.until || delivery.until <= now) return settled(tried, 'failed', 'gave_up');
  return { ...tried, status: 'retrying', nextAttemptAt: next };
}

const putOffMs = { least: min, most: hourMs };
/**
 * It is put off untried while another delivery finds out whether the target is back: the longer it waits the longer. Undefined
 * where its time is up before, and it was never tried: then it is.
 */
export function putOff(delivery: Delivery, now: string, random: number): Delivery | undefined {
  const age = Date.parse(now) - Date.parse(delivery.createdAt);
  const wait = Math.min(Math.max(age / 2, putOffMs.least), putOffMs.most) * (0.8 + 0.4 * random);
  const next = after(now, wait);
  if (next <= delivery.until) return { ...delivery, status: 'retrying', nextAttemptAt: next };
  return delivery.attemptCount > delivery.roundFrom ? settled(delivery, 'failed', 'gave_up') : undefined;
}

/** It is not tried any more, because its webhook is paused. */
export const heldBack = (delivery: Delivery): Delivery => settled(delivery, 'failed', 'webhook_paused');

const notSettled = (id: string) =>
  new AppError('conflict', 'delivery_not_settled', `The delivery ${id} is still being tried.`);
/** It is tried for a day again, under the same id. Throws 409 `delivery_not_settled`. */
export function redelivered(delivery: Delivery, now: string): Delivery {
  if (delivery.status !== 'delivered' && delivery.status !== 'failed') throw notSettled(delivery.id);
  const { nextAttemptAt: _, reason: __, ...rest } = delivery;
  const until = triedUntil(rest.type, now);
  return { ...rest, status: 'pending', roundFrom: rest.attemptCount, until, expiresAt: lasting(now) };
}

/** The body that is posted: the same at every attempt, letter by letter, though the table keeps no order of names. */
export const bodyOf = ({ eventId, type, at, workspaceId, data }: Delivery): string =>
  JSON.stringify({ id: eventId, type, at, workspaceId, data: JSON.parse(canonical(data)) });

/** What the queue says of a delivery: which attempt is to be made. */
export const DeliveryMessage = z.object({
  workspaceId: z.string(),
  webhookId: z.string(),
  deliveryId: z.string(),
  attempt: z.int().positive(),
});
export type DeliveryMessage = z.infer<typeof DeliveryMessage>;
export const nextMessage = ({ workspaceId, webhookId, id, attemptCount }: Delivery): DeliveryMessage => ({
  workspaceId,
  webhookId,
  deliveryId: id,
  attempt: attemptCount + 1,
});

/**
 * What a message asks for, given what is known of its delivery. `requeue`: its attempt was made and noted, and whoever did so
 * may have died before the next was queued. `nothing`: it is settled, or an older message came again.
 */
export function stepFor({ status, attemptCount }: Delivery, attempt: number): 'post' | 'requeue' | 'nothing' {
  if (status === 'delivered' || status === 'failed') return 'nothing';
  if (attempt === attemptCount + 1) return 'post';
  return attempt === attemptCount ? 'requeue' : 'nothing';
}

const mostQueuedS = 900; // SQS hides a message for 15 minutes at most
/** How the next attempt comes about: by a message that is hidden so long, or by the due index at its moment. */
export function wayOf(
  { nextAttemptAt, status }: Delivery,
  now: string,
): { delayS: number } | { dueAt: string } {
  if (status !== 'retrying' || nextAttemptAt === undefined) return { delayS: 0 };
  const delayS = Math.max(0, Math.ceil((Date.parse(nextAttemptAt) - Date.parse(now)) / 1000));
  return delayS <= mostQueuedS ? { delayS } : { dueAt: nextAttemptAt };
}

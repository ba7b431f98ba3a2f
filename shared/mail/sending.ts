import type { Context } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import type { DomainEvent } from '../core/event.ts';
import { type Kept, nextVersion } from '../core/record.ts';
import { type Feedback, type Message, type MessageStatus, messageRecord } from './message.ts';
import { mailDoubtful, mailFailed, mailQueued, mailSent } from './outbound-events.ts';
import { hasEvent, isNear } from './schedule.ts';

/** The function that sends may run this long, in seconds: infra sets it, and a lease is longer than that. */
export const sendTimeoutS = 20;
/** For clocks that differ. */
const slackMs = 10_000;
const later = (now: string, ms: number) => new Date(Date.parse(now) + ms).toISOString();

type Told = (data: { messageId: string; purpose: string }) => DomainEvent;
export function moved(
  message: Message,
  status: MessageStatus,
  more: Partial<Message>,
  now: string,
  told?: Told,
) {
  const { leaseUntil: _ended, reason: _old, ...rest } = message;
  const after = nextVersion<Message>({ ...rest, status }, more, now);
  const events = told ? [told({ messageId: message.id, purpose: message.purpose })] : [];
  return { of: messageRecord, before: message, after, events } satisfies Kept<Message>;
}

/** What shows that an attempt arrived after all, or never will: then none more is made. */
export const hasSettled = ({ deliveredAt, openedAt, clickedAt, complainedAt, bounce }: Feedback = {}) =>
  [deliveredAt, openedAt, clickedAt, complainedAt].some((at) => at !== undefined) || bounce === 'permanent';
/** It came back for now, was to be sent again, and an earlier attempt has settled meanwhile. */
const needsNoMore = ({ sentAt, feedback }: Message) => sentAt !== undefined && hasSettled(feedback);

/** What an attempt came to; of a mail that needs none more it is sent, whatever this one came to. */
const ended: typeof moved = (message, status, more, now, told) =>
  needsNoMore(message) ? moved(message, 'sent', {}, now) : moved(message, status, more, now, told);

/** Nobody has given it to SES, or SES said no for now: what comes next is decided by who writes first. */
const isWaiting = ({ status }: Message) => status === 'scheduled' || status === 'queued';
const isLeased = ({ leaseUntil = '' }: Message, now: string) => leaseUntil > now;

/** What a run that finds the message is to do with it. */
export type Step =
  /** It was dealt with. */
  | { do: 'nothing' }
  /** It leaves in a moment, or another run is at it: look again then, or when its lease has ended. */
  | { do: 'wait'; seconds: number; why: string }
  /** The run that had it died between SES and the table. */
  | { do: 'doubt'; change: Kept<Message> }
  /** Save the change: an earlier attempt has arrived. */
  | { do: 'settle'; change: Kept<Message> }
  /** Save the change, then give it to SES. */
  | { do: 'send'; change: Kept<Message> };

const secondsTo = (at: string, now: string) => (Date.parse(at) - Date.parse(now)) / 1000;

/** What was scheduled: its moment may be to come. The due index wakes what is far off. */
function notYet(message: Message, now: string): Step | undefined {
  const { sendAt = now } = message;
  if (message.status !== 'scheduled' || sendAt <= now) return undefined;
  if (!hasEvent(message)) return { do: 'nothing' };
  return { do: 'wait', seconds: secondsTo(sendAt, now), why: 'the mail leaves in a moment' };
}

export function nextStep(message: Message, { now, from }: { now: string; from: string }): Step {
  if (isWaiting(message) && needsNoMore(message))
    return { do: 'settle', change: moved(message, 'sent', {}, now) };
  const early = notYet(message, now);
  if (early) return early;
  if (isWaiting(message)) {
    const leaseUntil = later(now, sendTimeoutS * 1000 + slackMs);
    const taken = { leaseUntil, from, attempts: message.attempts + 1 };
    return { do: 'send', change: moved(message, 'sending', taken, now) };
  }
  if (message.status !== 'sending') return { do: 'nothing' };
  if (!isLeased(message, now)) return { do: 'doubt', change: doubt(message, 'interrupted', now) };
  const seconds = secondsTo(message.leaseUntil ?? now, now) + 1;
  return { do: 'wait', seconds, why: 'another run is sending this mail' };
}

/** Whether a run that holds the lease has still time to give the mail to SES; a process may have stood still since. */
export const hasTime = ({ leaseUntil = '' }: Message, now: string, callMs: number) =>
  later(now, callMs) < leaseUntil;

export const doubt = (message: Message, reason: string, now: string) =>
  ended(message, 'doubtful', { reason }, now, mailDoubtful);
/** Certainly not sent: it may be tried again. */
export const putBack = (message: Message, reason: string, now: string) =>
  ended(message, 'queued', { reason }, now);
export const fail = (message: Message, reason: string, now: string) =>
  ended(message, 'failed', { reason }, now, mailFailed);
export const skip = (message: Message, reason: string, now: string) =>
  moved(message, 'skipped', { reason }, now);

/**
 * SES took it. Whatever the message's status is by now, this is the truth: another run may have doubted it meanwhile.
 * Undefined where it is known already: by its status, or because SES told of this very attempt before its answer was stored, and
 * the mail has gone on since.
 */
export function confirm(
  message: Message,
  { now, sesMessageId }: { now: string; sesMessageId?: string | undefined },
): Kept<Message> | undefined {
  const isKnown = sesMessageId !== undefined && message.sesMessageId === sesMessageId;
  if (message.status === 'sent' || isKnown) return undefined;
  // What came back for now and was sent again stands on the timeline where it stood.
  return moved(
    message,
    'sent',
    { sentAt: message.sentAt ?? now, ...(sesMessageId && { sesMessageId }) },
    now,
    mailSent,
  );
}

/**
 * A person's word on a mail that is in doubt: it was sent, or it is to be sent again. What failed can be sent again too.
 * Throws `message_not_doubtful`.
 */
export function resolveMessage(message: Message, sent: boolean, { now }: Context): Kept<Message> {
  const inDoubt = message.status === 'doubtful' || (message.status === 'sending' && !isLeased(message, now));
  const allowed = inDoubt || (message.status === 'failed' && !sent);
  if (!allowed) {
    const detail = `The message is ${message.status}; there is nothing to resolve.`;
    throw new AppError('conflict', 'message_not_doubtful', detail);
  }
  return (
    (sent ? confirm(message, { now }) : undefined) ??
    moved(message, 'queued', { requeues: 0 }, now, mailQueued)
  );
}

const leaving = ({ status }: Message) =>
  new AppError('conflict', 'mail_already_leaving', `The mail is ${status}; it can be changed no more.`);

/**
 * Takes back a mail that nobody has given to SES; one that came back for now and waits for another attempt stays as it is.
 * Undefined where that is done. Throws `mail_already_leaving`.
 */
export function cancelMessage(message: Message, { now }: Context): Kept<Message> | undefined {
  if (message.status === 'cancelled') return undefined;
  if (!isWaiting(message)) throw leaving(message);
  return moved(message, message.sentAt ? 'sent' : 'cancelled', {}, now);
}

type Rewritten = Partial<Pick<Message, 'subject' | 'text' | 'html' | 'sendAt'>>;
/** What a scheduled mail says, and when it leaves, set anew. Throws `mail_already_leaving`. */
export function rewriteMessage(message: Message, patch: Rewritten, { now }: Context): Kept<Message> {
  if (message.status !== 'scheduled' || message.sentAt) throw leaving(message);
  const change = moved(message, 'scheduled', patch, now, mailQueued);
  return isNear(change.after) ? change : { ...change, events: [] };
}

/** The most seconds until SES is asked again: 15 doubled each time, up to 15 minutes; none before it was asked. */
export const longestRetryS = ({ attempts }: Message) =>
  attempts === 0 ? 0 : Math.min(900, 15 * 2 ** (attempts - 1));
/** Seconds until SES is asked again, with jitter so that a storm spreads. */
export const retryAfterS = (message: Message, random = Math.random()) =>
  Math.ceil(longestRetryS(message) * (0.5 + random / 2));

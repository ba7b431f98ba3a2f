import { type Kept, nextVersion } from '../core/record.ts';
import { type Message, messageRecord } from './message.ts';
import { mailQueued } from './outbound-events.ts';
import { hasEvent } from './schedule.ts';
import { doubt, fail, longestRetryS, moved } from './sending.ts';

const minuteMs = 60_000;
/** How long a queued mail is nobody's business but its event's, which may be in a queue, at work, or postponed. */
const patienceMs = 15 * minuteMs;
/** After a lease has ended the sender's own message usually comes again, and says what became of it. */
const afterLeaseMs = 5 * minuteMs;
/** The distance doubles each time, so that the last is given up 16 hours after the mail was queued, and later where SES was asked. */
const mostRequeues = 5;

const after = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();

/**
 * When somebody is to look after a mail that nobody may be at any more: its event ended among the dead letters, or its
 * sender died; and when one that is scheduled leaves. Undefined where it has come to an end. A queued mail is written when it is
 * queued and at no other time.
 */
export function unsettledAt(message: Message): string | undefined {
  const { status, updatedAt, leaseUntil = updatedAt, sendAt = updatedAt, requeues = 0 } = message;
  if (status === 'sending') return after(leaseUntil, afterLeaseMs);
  // What leaves in a moment has its event already.
  if (status === 'scheduled') return after(sendAt, hasEvent(message) ? patienceMs : 0);
  if (status !== 'queued') return undefined;
  return after(updatedAt, (patienceMs + longestRetryS(message) * 1000) * 2 ** requeues);
}

/**
 * What is done about it then. What is scheduled is queued. Whose sender died is in doubt, and not sent again. What is queued certainly was not sent:
 * its event is published once more, a few times at most. Two events of one mail do no harm, the mail is taken once.
 */
export function settleUnsettled(message: Message, now: string): Kept<Message> {
  if (message.status === 'scheduled') return moved(message, 'queued', {}, now, mailQueued);
  if (message.status === 'sending') return doubt(message, 'interrupted', now);
  const requeues = (message.requeues ?? 0) + 1;
  if (requeues > mostRequeues) return fail(message, 'gave_up', now);
  const events = [mailQueued({ messageId: message.id, purpose: message.purpose })];
  return { of: messageRecord, before: message, after: nextVersion(message, { requeues }, now), events };
}

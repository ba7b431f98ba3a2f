import * as z from 'zod';
import type { AddressTold } from '../contacts/bounces.ts';
import { type Kept, nextVersion } from '../core/record.ts';
import { type Feedback, type Message, messageRecord } from './message.ts';
import { mailRefused } from './outbound-events.ts';
import { confirm } from './sending.ts';

/** Tags that SES gives back with each event of a mail. */
export const messageTag = 'rapport-message';
export const workspaceTag = 'rapport-workspace';

/** Names and source: EventBridge reference, "Amazon Simple Email Service events". They come late, repeated, in any order, or not at all. */
export const sesFeedbackPattern = {
  source: ['aws.ses'],
  'detail-type': ['Email Delivered', 'Email Bounced', 'Email Complaint Received', 'Email Rejected'],
};

const At = z.object({ timestamp: z.string() });
/** What is read of an event (SES developer guide, "Contents of event data that Amazon SES publishes"). */
const SesEvent = z.object({
  'detail-type': z.string(),
  detail: z.object({
    mail: At.extend({ messageId: z.string(), tags: z.record(z.string(), z.array(z.string())).default({}) }),
    bounce: At.extend({ bounceType: z.string() }).optional(),
    complaint: At.extend({ complaintFeedbackType: z.string().optional() }).optional(),
    delivery: At.optional(),
    reject: z.object({}).optional(),
  }),
});
export type Told = { sesMessageId: string; workspaceId: string; messageId: string; feedback: Feedback };

const iso = (timestamp: string) => new Date(timestamp).toISOString();
const bounceKind = (type: string): NonNullable<Feedback['bounce']> => {
  const kind = type.toLowerCase();
  return kind === 'permanent' || kind === 'transient' ? kind : 'undetermined';
};

function feedbackIn({
  mail,
  bounce,
  complaint,
  delivery,
  reject,
}: z.infer<typeof SesEvent>['detail']): Feedback {
  // "not-spam" is what a mailbox's owner says of a mail that was wrongly put among the spam.
  const isComplaint = complaint && complaint.complaintFeedbackType !== 'not-spam';
  return {
    ...(delivery && { deliveredAt: iso(delivery.timestamp) }),
    ...(bounce && { bouncedAt: iso(bounce.timestamp), bounce: bounceKind(bounce.bounceType) }),
    ...(isComplaint && { complainedAt: iso(complaint.timestamp) }),
    ...(reject && { rejectedAt: iso(mail.timestamp) }),
  };
}

/** What an event of SES tells of which mail; undefined where the mail is not one of ours. */
export function toldBy(raw: unknown): Told | undefined {
  const { detail } = SesEvent.parse(raw);
  const { messageId: sesMessageId, tags } = detail.mail;
  const [messageId] = tags[messageTag] ?? [];
  const [workspaceId] = tags[workspaceTag] ?? [];
  if (!messageId || !workspaceId) return undefined;
  return { sesMessageId, workspaceId, messageId, feedback: feedbackIn(detail) };
}

/**
 * What is new of the mail's address once its feedback is stored; undefined where that is nothing. Told again it is not new, so that
 * what follows from it happens once if it is stored with the change.
 */
export function newOfAddress(
  { before, after }: Kept<Message>,
  { bounce, bouncedAt, deliveredAt }: Feedback,
): AddressTold | undefined {
  const known = before?.feedback ?? {};
  if (after.to === '') return undefined; // of an erased person's mail nobody knows any more whom it went to
  if (bounce === 'permanent' && bouncedAt && known.bounce !== 'permanent')
    return { kind: 'bounced', at: bouncedAt };
  // A server may take a mail and send it back afterwards.
  const isNews = after.toBounced && after.feedback?.bounce !== 'permanent' && !known.deliveredAt;
  return deliveredAt && isNews ? { kind: 'delivered', at: deliveredAt } : undefined;
}

/** Why its address is to get no more marketing mail. */
export const suppressionOf = ({ bounce, complainedAt }: Feedback) =>
  complainedAt ? 'complained' : bounce === 'permanent' ? 'bounced' : undefined;

const earlier = (a: string | undefined, b: string | undefined) => (a && b ? (a < b ? a : b) : (a ?? b));

/** The same whatever the order: the earliest moments, and the gravest bounce. */
function mergedFeedback(known: Feedback, told: Feedback): Feedback {
  const moments = (['deliveredAt', 'bouncedAt', 'complainedAt', 'rejectedAt'] as const).flatMap((name) => {
    const at = earlier(known[name], told[name]);
    return at ? [[name, at] as const] : [];
  });
  const kinds = [known.bounce, told.bounce];
  const bounce = kinds.includes('permanent') ? 'permanent' : (known.bounce ?? told.bounce);
  return { ...Object.fromEntries(moments), ...(bounce && { bounce }) };
}

const isSame = (a: Feedback, b: Feedback) => {
  const names = ['deliveredAt', 'bouncedAt', 'bounce', 'complainedAt', 'rejectedAt'] as const;
  return names.every((name) => a[name] === b[name]);
};

/**
 * The mail with what SES told of it. That SES tells of it at all proves that SES took it, so a mail in doubt becomes
 * `sent`. Undefined where nothing is new.
 */
export function withFeedback(message: Message, told: Told, now: string): Kept<Message> | undefined {
  const known = message.feedback ?? {};
  const feedback = mergedFeedback(known, told.feedback);
  const { sesMessageId } = told;
  const confirmed = confirm(message, { now, sesMessageId });
  const isNamed = message.sesMessageId !== undefined;
  if (!confirmed && isNamed && isSame(known, feedback)) return undefined;
  const base = confirmed?.after ?? nextVersion(message, isNamed ? {} : { sesMessageId }, now);
  const newlyRefused = suppressionOf(feedback) !== undefined && suppressionOf(known) === undefined;
  const which = { messageId: message.id, purpose: message.purpose };
  const events = [...(confirmed?.events ?? []), ...(newlyRefused ? [mailRefused(which)] : [])];
  return { of: messageRecord, before: message, after: { ...base, feedback }, events };
}

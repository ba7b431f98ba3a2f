import * as z from 'zod';
import type { Feedback } from './message.ts';

/** Tags that SES gives back with each event of a mail. */
export const messageTag = 'rapport-message';
export const workspaceTag = 'rapport-workspace';

/** Names and source: EventBridge reference, "Amazon Simple Email Service events". They come late, repeated, in any order, or not at all. */
export const sesFeedbackPattern = {
  source: ['aws.ses'],
  'detail-type': [
    'Email Delivered',
    'Email Delivery Delayed',
    'Email Opened',
    'Email Clicked',
    'Email Bounced',
    'Email Complaint Received',
    'Email Rejected',
  ],
};

const At = z.object({ timestamp: z.string() });
/** What is read of an event (SES developer guide, "Contents of event data that Amazon SES publishes"). */
const SesEvent = z.object({
  'detail-type': z.string(),
  detail: z.object({
    mail: At.extend({ messageId: z.string(), tags: z.record(z.string(), z.array(z.string())).default({}) }),
    bounce: At.extend({ bounceType: z.string(), bounceSubType: z.string().optional() }).optional(),
    complaint: At.extend({ complaintFeedbackType: z.string().optional() }).optional(),
    delivery: At.optional(),
    deliveryDelay: At.optional(),
    open: At.optional(),
    click: At.optional(),
    reject: z.object({}).optional(),
  }),
});
export type Told = {
  sesMessageId: string;
  workspaceId: string;
  messageId: string;
  feedback: Feedback;
  /** It came back, and may be taken if it is sent again. */
  isSoft?: boolean;
};

const iso = (timestamp: string) => new Date(timestamp).toISOString();
const bounceKind = (type: string): NonNullable<Feedback['bounce']> => {
  const kind = type.toLowerCase();
  return kind === 'permanent' || kind === 'transient' ? kind : 'undetermined';
};

type Detail = z.infer<typeof SesEvent>['detail'];
/** Soft bounces that would be the same of the same mail (SES developer guide, "Bounce types"). */
const sameAgain = new Set(['MessageTooLarge', 'ContentRejected', 'AttachmentRejected']);
const isSoftBounce = ({ bounce }: Detail): boolean =>
  bounce !== undefined &&
  bounceKind(bounce.bounceType) === 'transient' &&
  !sameAgain.has(bounce.bounceSubType ?? '');

const momentOf = <K extends string>(name: K, part: { timestamp: string } | undefined) =>
  part ? ({ [name]: iso(part.timestamp) } as Record<K, string>) : {};
function feedbackIn({ mail, bounce, complaint, reject, ...parts }: Detail): Feedback {
  // "not-spam" is what a mailbox's owner says of a mail that was wrongly put among the spam.
  const isComplaint = complaint && complaint.complaintFeedbackType !== 'not-spam';
  return {
    ...momentOf('deliveredAt', parts.delivery),
    ...momentOf('delayedAt', parts.deliveryDelay),
    ...momentOf('openedAt', parts.open),
    ...momentOf('clickedAt', parts.click),
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
  const isSoft = isSoftBounce(detail);
  return { sesMessageId, workspaceId, messageId, feedback: feedbackIn(detail), ...(isSoft && { isSoft }) };
}

import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { idOf, newId } from '../core/ids.ts';
import { personal } from '../core/personal.ts';
import { defineRecord, type Kept, recordBase } from '../core/record.ts';
import { mailQueued } from './outbound-events.ts';
import { isNear } from './schedule.ts';

export const MessageStatus = z
  .enum(['scheduled', 'queued', 'sending', 'sent', 'failed', 'doubtful', 'skipped', 'cancelled'])
  .describe(
    '`scheduled`: leaves at `sendAt`, and can be changed and cancelled until then. `queued`: waits to be sent, or to be tried again. `sending`: given to SES now. `doubtful`: whether SES took it is not known; it is not sent again until a person says so. `failed`: SES will not take it. `skipped`: it was not to be sent after all. `cancelled`: somebody took it back before it left.',
  );
export type MessageStatus = z.infer<typeof MessageStatus>;

/** How many opens, and how many clicks, of a mail are told apart. */
export const mostCounted = 25;
const counted = z.int().positive().max(mostCounted).optional();
/**
 * What became of it after SES took it; each moment is the earliest told. `opens` and `clicks` count distinct moments, up to 25:
 * what SES tells again counts once, and what happens after the 25th is not noted.
 */
export const Feedback = z.object({
  /** SES tries on, because the other server does not take it yet. */
  delayedAt: z.iso.datetime().optional(),
  deliveredAt: z.iso.datetime().optional(),
  openedAt: z.iso.datetime().optional(),
  lastOpenedAt: z.iso.datetime().optional(),
  opens: counted,
  clickedAt: z.iso.datetime().optional(),
  clicks: counted,
  bouncedAt: z.iso.datetime().optional(),
  bounce: z.enum(['permanent', 'transient', 'undetermined']).optional(),
  complainedAt: z.iso.datetime().optional(),
  rejectedAt: z.iso.datetime().optional(),
});
export type Feedback = z.infer<typeof Feedback>;

/** A version of a file that goes with a mail; its bytes are read when the mail leaves. */
const Attachment = z.object({
  fileId: idOf('file'),
  number: z.int().positive(),
  name: z.string(),
  contentType: z.string(),
  size: z.int().positive(),
});
export type Attachment = z.infer<typeof Attachment>;
export const mostAttachments = 10;

const Moments = z.array(z.iso.datetime()).max(mostCounted).optional();
const content = {
  /** What the mail answers, in words that are the same however often it is asked for: no two mails have one claim. */
  claim: z.string().max(200),
  /** The run of a rule that sends it: what becomes of it is that run's doing. */
  run: z.object({ ruleId: idOf('rule'), id: idOf('run') }).optional(),
  purpose: z.enum(['welcome', 'idle_deal', 'webhook_paused', 'personal', 'rule', 'notification', 'digest']),
  /** Nobody, once the person was erased. */
  to: personal(z.string().max(254), ''),
  /** The address was known to bounce when the mail was written: that it is delivered is news of the contact. */
  toBounced: z.boolean().optional(),
  /** Whose timeline shows it; none for what goes to a user. */
  contactId: idOf('contact').optional(),
  dealId: idOf('deal').optional(),
  /** The ticket that it is about; where that is gone before the mail leaves, it is not sent, as it is of the contact and the deal. */
  ticketId: idOf('ticket').optional(),
  /** The contacts and deals that a mail to a user names: whoever erases a person finds it by them. */
  names: z
    .array(z.union([idOf('contact'), idOf('deal')]))
    .max(55)
    .optional(),
  threadId: idOf('thread').optional(),
  templateId: idOf('template').optional(),
  marketing: z.boolean().default(false),
  subject: personal(z.string().max(500), '(erased)'),
  text: personal(z.string(), ''),
  html: personal(z.string(), ''),
  /** The Message-ID that it answers (RFC 5322). */
  inReplyTo: personal(z.string().max(998).optional()),
  /** Who wrote it, of a personal one, and the name that it is from. */
  authorId: idOf('user').optional(),
  senderName: z.string().max(200).optional(),
  attachments: personal(z.array(Attachment).max(mostAttachments).default([])),
  /** The weekly dashboard that it is, and whose: by one click there are no more of it. */
  mailedDashboard: z.object({ userId: idOf('user'), dashboardId: idOf('dashboard') }).optional(),
  /** When it leaves, or was to leave, of one that did not leave at once. */
  sendAt: z.iso.datetime().optional(),
};
export const Message = z.object({
  ...recordBase('message'),
  ...content,
  status: MessageStatus,
  /** Why it is not sent (yet): a code. */
  reason: z.string().optional(),
  /** How often it was given to SES. */
  attempts: z.int().nonnegative(),
  /** How often its event was published again because nothing had come of it. */
  requeues: z.int().nonnegative().optional(),
  /** Until when the function that is sending it may be at it. */
  leaseUntil: z.iso.datetime().optional(),
  /** Whose address it was sent from. */
  from: z.string().optional(),
  sesMessageId: z.string().optional(),
  sentAt: z.iso.datetime().optional(),
  feedback: Feedback.optional(),
  /** SES's ids of attempts that came back and may come to be delivered if tried again. */
  softBounced: z.array(z.string()).max(20).optional(),
  /** The distinct moments that `feedback` counts. */
  opened: Moments,
  clicked: Moments,
  /** What named a person was taken out then. */
  erasedAt: z.iso.datetime().optional(),
});
/** A mail that Rapport sends, with all that it says: every attempt sends the same. */
export type Message = z.infer<typeof Message>;
export const claimName = 'mail_claim';
export const messageRecord = defineRecord('message', Message, ({ claim }) => [
  { name: claimName, value: claim },
]);
export const MessageBody = Message.omit({
  workspaceId: true,
  run: true,
  requeues: true,
  toBounced: true,
  mailedDashboard: true,
  names: true,
  softBounced: true,
  opened: true,
  clicked: true,
});
export const MessageSummary = MessageBody.omit({ text: true, html: true });

export type NewMessage = z.input<z.ZodObject<typeof content>>;

const beginning = ({ sendAt }: NewMessage, skipped: string | undefined) => {
  if (skipped) return { status: 'skipped' as const, reason: skipped };
  return { status: sendAt ? ('scheduled' as const) : ('queued' as const) };
};

/**
 * A mail to be sent, at `sendAt` where that is said; `skipped` says why it is only listed. The claim makes a second one a
 * conflict.
 */
export function queueMessage(
  given: NewMessage,
  { actor, now }: Context,
  skipped?: string,
  id = newId('message', now),
): Kept<Message> {
  const base = { id, workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  // What could not be read again would stand in the way of every list that it is in.
  const after = Message.parse({ ...given, ...beginning(given, skipped), attempts: 0, ...base });
  const isTold = !skipped && isNear(after);
  const events = isTold ? [mailQueued({ messageId: id, purpose: after.purpose })] : [];
  return { of: messageRecord, before: undefined, after, events };
}

const own: readonly string[] = ['notification', 'digest'] satisfies Message['purpose'][];
/** What a user is told is written as they alone may see it: others see that it was sent, and not what it says. */
export const shownMessage = (message: Message): Message =>
  own.includes(message.purpose) ? { ...message, subject: '', text: '', html: '' } : message;

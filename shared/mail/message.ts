import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { idOf, newId } from '../core/ids.ts';
import { personal } from '../core/personal.ts';
import { defineRecord, type Kept, recordBase } from '../core/record.ts';
import { mailQueued } from './outbound-events.ts';

export const MessageStatus = z
  .enum(['queued', 'sending', 'sent', 'failed', 'doubtful', 'skipped'])
  .describe(
    '`queued`: waits to be sent, or to be tried again. `sending`: given to SES now. `doubtful`: whether SES took it is not known; it is not sent again until a person says so. `failed`: SES will not take it. `skipped`: it was not to be sent after all.',
  );
export type MessageStatus = z.infer<typeof MessageStatus>;

/** What became of it after SES took it; each is the earliest moment told. */
export const Feedback = z.object({
  deliveredAt: z.iso.datetime().optional(),
  bouncedAt: z.iso.datetime().optional(),
  bounce: z.enum(['permanent', 'transient', 'undetermined']).optional(),
  complainedAt: z.iso.datetime().optional(),
  rejectedAt: z.iso.datetime().optional(),
});
export type Feedback = z.infer<typeof Feedback>;

const content = {
  /** What the mail answers, in words that are the same however often it is asked for: no two mails have one claim. */
  claim: z.string().max(200),
  purpose: z.enum(['welcome', 'idle_deal', 'webhook_paused', 'rule']),
  /** Nobody, once the person was erased. */
  to: personal(z.string().max(254), ''),
  /** The address was known to bounce when the mail was written: that it is delivered is news of the contact. */
  toBounced: z.boolean().optional(),
  /** Whose timeline shows it; none for what goes to a user. */
  contactId: idOf('contact').optional(),
  dealId: idOf('deal').optional(),
  threadId: idOf('thread').optional(),
  templateId: idOf('template').optional(),
  marketing: z.boolean().default(false),
  subject: personal(z.string().max(500), '(erased)'),
  text: personal(z.string(), ''),
  html: personal(z.string(), ''),
  /** The Message-ID that it answers (RFC 5322). */
  inReplyTo: personal(z.string().max(998).optional()),
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
  /** What named a person was taken out then. */
  erasedAt: z.iso.datetime().optional(),
});
/** A mail that Rapport sends, with all that it says: every attempt sends the same. */
export type Message = z.infer<typeof Message>;
export const claimName = 'mail_claim';
export const messageRecord = defineRecord('message', Message, ({ claim }) => [
  { name: claimName, value: claim },
]);
export const MessageBody = Message.omit({ workspaceId: true, requeues: true, toBounced: true });
export const MessageSummary = MessageBody.omit({ text: true, html: true });

export type NewMessage = z.input<z.ZodObject<typeof content>>;

/** A mail to be sent; `skipped` says why it is only listed. The claim makes a second one a conflict. */
export function queueMessage(given: NewMessage, { actor, now }: Context, skipped?: string): Kept<Message> {
  const id = newId('message', now);
  const base = { id, workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const outcome = skipped ? { status: 'skipped' as const, reason: skipped } : { status: 'queued' as const };
  // What could not be read again would stand in the way of every list that it is in.
  const after = Message.parse({ ...given, ...outcome, attempts: 0, ...base });
  const events = skipped ? [] : [mailQueued({ messageId: id, purpose: after.purpose })];
  return { of: messageRecord, before: undefined, after, events };
}

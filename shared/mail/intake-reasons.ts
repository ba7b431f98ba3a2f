import * as z from 'zod';

/** Why a message that was received makes no activity. Each is a rule of `classify-mail.ts`, but `duplicate`. */
const skipReasons = {
  virus: 'SES found a virus; the message was not opened.',
  spam: 'SES found it to be spam; the message was not opened.',
  dmarc_reject: "The sender's domain asks for its unauthenticated mail to be rejected (DMARC).",
  dmarc_quarantine: "The sender's domain asks for its unauthenticated mail to be quarantined (DMARC).",
  loop: 'It has come round in a circle: too many hops, or our own mark on it.',
  own_mail: 'We or one of our own users sent it.',
  bounce: 'It reports on the delivery of another message.',
  auto_reply: 'A program answered, not a person.',
  mailing_list: 'It came through a mailing list.',
  bulk: 'It was sent to many at once.',
  unknown_recipient: 'No mailbox has any of the addresses it was sent to.',
  no_sender: 'It names no sender to whom one could answer.',
  duplicate: 'The same message was received before.',
  never_log: 'The workspace never logs mail with one whom it is from or to; the message was deleted.',
  drop_box_unknown:
    'The drop-box it was sent to is nobody’s, has another address by now, or its user may log nothing.',
  drop_box_foreign: 'It was sent to a user’s drop-box from another address than theirs.',
  drop_box_unproven: 'Neither SPF nor DKIM shows that the drop-box’s user sent it.',
  recipient_unknown: 'A user sent it to their drop-box, and nobody whom it is from or to is a known contact.',
} as const;
/** Why a message that was received could not be dealt with; it is kept, and can be tried again. */
const failReasons = {
  unparsable: 'The message is broken in a way that could not be read.',
  raw_missing: 'The raw message is not in the bucket.',
  gave_up: 'It was tried several times and failed for reasons that are not its own; see the log.',
} as const;
export type SkipReason = keyof typeof skipReasons;
const keys = <T extends object>(of: T) => Object.keys(of) as [keyof T & string, ...(keyof T & string)[]];
export const SkipReason = z.enum(keys(skipReasons));
const FailReason = z.enum(keys(failReasons));
export const Reason = z.enum([...SkipReason.options, ...FailReason.options]);
export type Reason = z.infer<typeof Reason>;
export const reasonInWords = (reason: Reason): string => ({ ...skipReasons, ...failReasons })[reason];

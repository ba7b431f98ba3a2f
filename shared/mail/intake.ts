import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { type IdKind, idOf } from '../core/ids.ts';
import { personal } from '../core/personal.ts';
import { defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { Reason } from './intake-reasons.ts';

export const IntakeStatus = z.enum(['received', 'logged', 'skipped', 'failed']);
export type IntakeStatus = z.infer<typeof IntakeStatus>;

/** What SES thinks of a message: PASS, FAIL, GRAY, PROCESSING_FAILED, DISABLED (docs.aws.amazon.com/ses, "receiving notifications: contents"). */
export const Verdicts = z.object({
  spam: z.string().optional(),
  virus: z.string().optional(),
  spf: z.string().optional(),
  dkim: z.string().optional(),
  dmarc: z.string().optional(),
  /** What the sender's domain asks for where DMARC fails: none, quarantine, reject. */
  dmarcPolicy: z.string().optional(),
});
export type Verdicts = z.infer<typeof Verdicts>;

export const MailName = z.object({ name: z.string(), address: z.string() });
export type MailName = z.infer<typeof MailName>;
/** A part of a message that is kept by itself; `key` is where. */
const KeptFile = z.object({ key: z.string(), filename: z.string(), contentType: z.string(), bytes: z.int() });

/** What was read in the message, cut to what a record can hold. */
export const MailSummary = z.object({
  subject: z.string(),
  from: z.array(MailName),
  to: z.array(MailName),
  cc: z.array(MailName),
  replyTo: z.array(MailName),
  /** The sender's claim, where it is a date. */
  date: z.string().optional(),
  messageId: z.string().optional(),
  inReplyTo: z.string().optional(),
  /** Where the whole plain text lies, and the HTML; absent where the message has none. */
  textKey: z.string().optional(),
  htmlKey: z.string().optional(),
  attachments: z.array(KeptFile).default([]),
  /** How many more attachments only the raw message has. */
  attachmentsLeftOut: z.int().default(0),
});
export type MailSummary = z.infer<typeof MailSummary>;

/** What became of one received message in one workspace. */
export const Intake = z.object({
  ...recordBase('intake'),
  status: IntakeStatus,
  reason: Reason.optional(),
  /** When SES received it. */
  at: z.iso.datetime(),
  /** Where the raw message lies in the mail bucket. It goes when its sender is erased, and at no other time. */
  rawKey: z.string(),
  /** Those of the envelope that are this workspace's. */
  recipients: personal(z.array(z.string()), []),
  envelopeFrom: personal(z.string().optional()),
  /** Keyed hashes of the addresses that it says it is from, by which an erasure finds it. */
  senders: personal(z.array(z.string()).default([])),
  verdicts: Verdicts,
  bytes: z.int().optional(),
  /** Absent where the message was not opened. */
  message: personal(MailSummary.optional()),
  /** Message-ID and digest of what was logged: no other intake of the workspace has the same. */
  identity: personal(z.string().optional()),
  mailboxId: idOf('mailbox').optional(),
  activityId: idOf('activity').optional(),
  contactId: idOf('contact').optional(),
  threadId: idOf('thread').optional(),
  /** The intake that logged the same message. */
  duplicateOf: idOf('intake').optional(),
  /** What named a person was taken out then. */
  erasedAt: z.iso.datetime().optional(),
});
export type Intake = z.infer<typeof Intake>;
export const identityName = 'mail_identity';
export const intakeRecord = defineRecord('intake', Intake, ({ identity }) =>
  identity ? [{ name: identityName, value: identity }] : [],
);

/** How often the queue gives a message out (its `maxReceiveCount`): at the last receipt a failure is recorded, so that nothing is unaccounted for. */
export const mailReceives = 5;

/** What is known of a message before it is opened. */
export type Delivery = Pick<Intake, 'at' | 'rawKey' | 'recipients' | 'envelopeFrom' | 'verdicts'>;

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** An id that follows from what it is for, so that a step that runs twice names the same thing. 130 bits of SHA-256. */
function derivedId(kind: IdKind, prefix: string, ...from: string[]): string {
  const digest = createHash('sha256')
    .update([kind, ...from].join('\n'))
    .digest();
  let bits = BigInt(`0x${digest.toString('hex')}`);
  let text = '';
  for (let i = 0; i < 26; i++) {
    text += crockford[Number(bits & 31n)];
    bits >>= 5n;
  }
  return `${prefix}_${text}`;
}
/** One intake for each message and workspace, however often SES or the reconciliation tells of it. */
export const intakeId = (rawKey: string, workspaceId: string) =>
  derivedId('intake', 'in', rawKey, workspaceId);
/** The activity that it makes; where it stands on several timelines, those of the contacts behind the first. */
export const activityIdOf = (intake: string, ...contact: string[]) =>
  derivedId('activity', 'ac', intake, ...contact);

export const isFinal = ({ status }: Intake) => status !== 'received';

export function openIntake(
  delivery: Delivery,
  { actor, now }: Context,
  senders: string[] = [],
): Kept<Intake> {
  const { workspaceId } = actor;
  const base = { workspaceId, version: 1, createdAt: now, updatedAt: now };
  const id = intakeId(delivery.rawKey, workspaceId);
  const after: Intake = { ...delivery, ...base, id, senders, status: 'received' };
  return { of: intakeRecord, before: undefined, after, events: [] };
}

export type Finish = { status: Exclude<IntakeStatus, 'received'> } & Partial<
  Pick<
    Intake,
    | 'reason'
    | 'bytes'
    | 'message'
    | 'senders'
    | 'identity'
    | 'mailboxId'
    | 'activityId'
    | 'contactId'
    | 'threadId'
    | 'duplicateOf'
  >
>;
/** What became of it. A later attempt leaves nothing of an earlier one's finish. */
export function finishIntake(intake: Intake, finish: Finish, { now }: Context): Kept<Intake> {
  const { id, workspaceId, version, createdAt, updatedAt } = intake;
  const { at, rawKey, recipients, envelopeFrom, verdicts, senders } = intake;
  const base = { id, workspaceId, version, createdAt, updatedAt };
  const opened = { ...base, at, rawKey, recipients, verdicts, senders };
  const after = nextVersion<Intake>(
    { ...opened, ...(envelopeFrom !== undefined && { envelopeFrom }), status: 'received' },
    finish,
    now,
  );
  return { of: intakeRecord, before: intake, after, events: [] };
}

/** Of a message that is never logged only that it came, and when: not from whom, and not what it said. */
export function leaveUnlogged({ envelopeFrom: _, ...intake }: Intake, by: Context): Kept<Intake> {
  const bare = finishIntake({ ...intake, senders: [] }, { status: 'skipped', reason: 'never_log' }, by);
  return { ...bare, forgets: true };
}

import type { Actor } from '../../../shared/core/actor.ts';
import { refusedUnopened } from '../../../shared/mail/classify-mail.ts';
import { type Forwarded, forwardedIn } from '../../../shared/mail/forwarded.ts';
import { type Intake, leaveUnlogged, type MailSummary } from '../../../shared/mail/intake.ts';
import type { SkipReason } from '../../../shared/mail/intake-reasons.ts';
import { intakeStore } from '../../../shared/mail/intake-store.ts';
import { boxUserOf } from './box-user.ts';
import { logBoxed } from './log-boxed.ts';
import { logMail } from './log-mail.ts';
import { lookAround } from './look-around.ts';
import { type Boxed, lookIntoBox } from './look-into-box.ts';
import { keepParts, type OpenedMail, openMail } from './open-mail.ts';
import { contextOf, finish, sendersOf, skip } from './outcome.ts';
import { isKeptOut } from './parties.ts';

type Opened = OpenedMail & { forwarded: Forwarded | undefined };

/** Hashes of those by whom an erasure is to find it: who says that they sent it, and of what a user dropped in whom it is with. */
function namedIn({ envelopeFrom }: Intake, { from, replyTo, to, cc }: MailSummary, boxed?: Boxed) {
  const names = [...from, ...replyTo, ...(boxed ? [...to, ...cc] : [])];
  return [envelopeFrom, ...(boxed ? [boxed.said.from] : []), ...names.map(({ address }) => address)];
}

async function decideBoxed(intake: Intake, mail: Opened, actor: Actor, now: string): Promise<void> {
  const boxed = await lookIntoBox(intake, mail, mail.forwarded, actor);
  const message = await keepParts(intake, mail.mail);
  const senders = await sendersOf(intake.workspaceId, namedIn(intake, message, boxed));
  if (!boxed.skipped) return logBoxed(intake, { ...mail, senders }, message, boxed, { actor, now });
  const { skipped, duplicateOf, thread } = boxed;
  return skip(intake, now, {
    reason: skipped,
    bytes: mail.bytes,
    message,
    senders,
    ...(duplicateOf && { duplicateOf }),
    ...(thread && { threadId: thread.threadId }),
  });
}

/** In whose place the reason stands why a drop-box did not take it; a mailbox or a thread may have it all the same. */
const nobodys = new Set<SkipReason>(['unknown_recipient', 'own_mail', 'no_sender']);
const reasonOf = (skipped: SkipReason, unboxed: SkipReason | undefined) =>
  unboxed && nobodys.has(skipped) ? unboxed : skipped;

async function decideOpened(intake: Intake, mail: Opened, unboxed: SkipReason | undefined, now: string) {
  const around = await lookAround(intake, mail);
  const message = await keepParts(intake, mail.mail);
  const senders = await sendersOf(intake.workspaceId, namedIn(intake, message));
  if (around.skipped === undefined) return logMail(intake, { ...mail, senders }, message, around, now);
  const { duplicateOf, thread, mailbox } = around;
  return skip(intake, now, {
    reason: reasonOf(around.skipped, unboxed),
    bytes: mail.bytes,
    message,
    senders,
    ...(duplicateOf && { duplicateOf }),
    ...(thread && { threadId: thread.threadId }),
    ...(mailbox && { mailboxId: mailbox.id }),
  });
}

/** One attempt: everything is read anew and decided anew, so that what a rival stored in between is seen. */
export async function decide(intake: Intake, now: string): Promise<void> {
  const refused = refusedUnopened(intake.verdicts);
  if (refused) return skip(intake, now, { reason: refused });
  const mail = await openMail(intake);
  if ('failed' in mail) {
    const { failed, ...size } = mail;
    return finish(intake, { status: 'failed', reason: failed, ...size }, now);
  }
  const box = await boxUserOf(intake, mail.mail);
  const forwarded = box && (await forwardedIn(mail.mail));
  if (await isKeptOut(intake, mail.mail, box && { forwarded })) {
    const by = contextOf(intake, now);
    return intakeStore.save(leaveUnlogged(intake, by), by);
  }
  const opened = { ...mail, forwarded };
  if (box && 'actor' in box) return decideBoxed(intake, opened, box.actor, now);
  return decideOpened(intake, opened, box?.skipped, now);
}

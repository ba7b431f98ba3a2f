import { type Context, systemContext } from '../../../shared/core/actor.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Change } from '../../../shared/core/record.ts';
import {
  activityIdOf,
  finishIntake,
  type Intake,
  type MailName,
  type MailSummary,
} from '../../../shared/mail/intake.ts';
import { mailReceived } from '../../../shared/mail/mail-events.ts';
import { messageIdWrite, threadWrites } from '../../../shared/mail/thread-store.ts';
import type { Write } from '../../../shared/platform/commit.ts';
import { mustExist, saveChanges } from '../../../shared/platform/record-store.ts';
import { welcomeBack } from '../../../shared/privacy/erased-address-store.ts';
import type { Surroundings } from './look-around.ts';
import { mailActivity, type Place } from './mail-activity.ts';
import { type Lead, newLead } from './new-lead.ts';
import { type OpenedMail, timelineText } from './open-mail.ts';

const any = (change: unknown) => change as Change;

function activityFor(
  intake: Intake,
  message: MailSummary,
  text: string,
  place: Place,
  around: Surroundings,
  by: Context,
) {
  const { from, to, cc, subject } = message;
  const id = activityIdOf(intake.id);
  const said = {
    direction: around.isColleague ? ('outbound' as const) : ('inbound' as const),
    from: around.sender?.address ?? from[0]?.address ?? '',
    ...{ to, cc, subject, text },
  };
  const activity = mailActivity(intake, message, place, said, by, id);
  if (around.isColleague) return activity; // it is from one of ours: nobody has written to us
  const event = mailReceived({
    intakeId: intake.id,
    activityId: id,
    contactId: place.contactId,
    threadId: place.threadId,
    isNewContact: around.contact === undefined,
    isReply: around.thread !== undefined,
    mailboxId: around.mailbox?.id,
  });
  return { ...activity, events: [event] };
}

function besides({ workspaceId }: Intake, message: MailSummary, place: Place, around: Surroundings): Write[] {
  const { contact, thread } = around;
  return [
    ...(contact ? [mustExist(workspaceId, 'contact', contact.id, '/contactId')] : []),
    ...(thread ? [] : threadWrites(workspaceId, place)),
    ...(message.messageId
      ? [messageIdWrite(workspaceId, message.messageId, place.threadId, around.isColleague)]
      : []),
  ];
}

/**
 * Stores all that a message makes in one transaction: activity, lead and deal where the sender is new, thread, and the
 * intake's outcome. Throws `mail_identity_taken` where the same message was stored in between, `email_taken` where its
 * sender was: look around again.
 */
export async function logMail(
  intake: Intake,
  opened: OpenedMail & { senders: string[] },
  message: MailSummary,
  around: Surroundings,
  now: string,
): Promise<void> {
  const { mailbox, thread, contact, sender } = around;
  const by = systemContext(intake.workspaceId, 'mail', intake.id, now, intake.rawKey);
  if (!contact && !sender) throw new Error('A message without a sender makes no lead');
  const lead = contact ? undefined : await newLead(sender as MailName, mailbox, message.subject, by);
  const place: Place = {
    contactId: contact?.id ?? (lead as Lead).contact.after.id,
    threadId: thread?.threadId ?? newId('thread', now),
    dealIds: thread?.dealIds ?? (lead?.deal?.after ? [lead.deal.after.id] : []),
  };
  const activity = activityFor(intake, message, await timelineText(opened.mail), place, around, by);
  const { identity, bytes, senders } = opened;
  const { contactId, threadId } = place;
  const outcome = { status: 'logged' as const, identity, bytes, message, senders, contactId, threadId };
  const done = finishIntake(
    intake,
    { ...outcome, activityId: activityIdOf(intake.id), ...(mailbox && { mailboxId: mailbox.id }) },
    by,
  );
  const changes = [done, lead?.contact, lead?.deal, activity]
    .filter((change) => change !== undefined)
    .map(any);
  const keys = lead?.contact.after.emails.map(({ key }) => key) ?? [];
  const back = await welcomeBack(intake.workspaceId, keys); // who writes to us has come back, whatever was erased
  await saveChanges(changes, by, [...besides(intake, message, place, around), ...back]);
}

import { logActivity } from '../../../shared/activities/activity.ts';
import { type Contact, createContact } from '../../../shared/contacts/contact.ts';
import { type Context, systemContext } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Change } from '../../../shared/core/record.ts';
import { createDeal, type Deal } from '../../../shared/deals/deal.ts';
import { pipelineOf } from '../../../shared/deals/deal-store.ts';
import {
  activityIdOf,
  finishIntake,
  type Intake,
  type MailName,
  type MailSummary,
} from '../../../shared/mail/intake.ts';
import { mailReceived } from '../../../shared/mail/mail-events.ts';
import type { Mailbox } from '../../../shared/mail/mailbox.ts';
import { personOf } from '../../../shared/mail/parse-sender.ts';
import { messageIdWrite, threadWrites } from '../../../shared/mail/thread-store.ts';
import type { Write } from '../../../shared/platform/commit.ts';
import { mustExist, saveChanges } from '../../../shared/platform/record-store.ts';
import { nextInTurn } from '../../../shared/platform/round-robin.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import type { Surroundings } from './look-around.ts';
import { type OpenedMail, timelineText } from './open-mail.ts';

type Lead = { contact: Change<Contact> & { after: Contact }; deal?: Change<Deal> & { after?: Deal } };
const any = (change: unknown) => change as Change;

const ownerOf = (workspaceId: string, { id, ownerId, roundRobin }: Mailbox) =>
  ownerId ?? nextInTurn(workspaceId, id, roundRobin);

/** The deal that a new lead's mail opens; none where the pipeline's first stage asks for what a mail cannot say. */
async function dealFor(contact: Contact, mailbox: Mailbox, subject: string, by: Context) {
  const { currency, defaultPipelineId } = await workspaceOf(contact.workspaceId);
  const pipeline = await pipelineOf(contact.workspaceId, defaultPipelineId);
  const name = subject.trim().slice(0, 200).toWellFormed() || contact.emails[0]?.address || contact.id;
  const given = { name, contactId: contact.id, ownerId: contact.ownerId };
  try {
    return createDeal(given, { pipeline, currency }, by, { source: { kind: 'mail', id: mailbox.id } });
  } catch (error) {
    if (error instanceof AppError && error.code === 'stage_fields_missing') return undefined;
    throw error;
  }
}

async function newLead(
  sender: MailName,
  mailbox: Mailbox | undefined,
  subject: string,
  by: Context,
): Promise<Lead> {
  const { workspaceId } = by.actor;
  const { emailFolding } = await workspaceOf(workspaceId);
  const given = {
    ...personOf(sender.name),
    emails: [{ address: sender.address }],
    phones: [],
    lifecycle: 'lead' as const,
    ownerId: mailbox && (await ownerOf(workspaceId, mailbox)),
    tags: mailbox?.tags ?? [],
    custom: {},
  };
  const contact = createContact(given, emailFolding, by, {
    source: { kind: 'mail', id: mailbox?.id },
  }) as Lead['contact'];
  const deal = mailbox?.opensDeal ? await dealFor(contact.after, mailbox, subject, by) : undefined;
  return { contact, ...(deal && { deal }) };
}

type Place = { contactId: string; threadId: string; dealIds: string[] };

function activityFor(
  intake: Intake,
  message: MailSummary,
  text: string,
  place: Place,
  around: Surroundings,
  by: Context,
) {
  const { from, to, cc, messageId, textKey, htmlKey, attachments } = message;
  const addresses = (names: MailName[]) => names.map(({ address }) => address);
  const id = activityIdOf(intake.id);
  const activity = logActivity(
    {
      kind: 'email',
      contactId: place.contactId,
      dealIds: place.dealIds,
      at: intake.at,
      subject: message.subject.slice(0, 500).toWellFormed(),
      text,
      direction: around.isColleague ? 'outbound' : 'inbound',
      mail: {
        intakeId: intake.id,
        messageId,
        threadId: place.threadId,
        from: around.sender?.address ?? from[0]?.address ?? '',
        to: addresses(to),
        cc: addresses(cc),
        rawKey: intake.rawKey,
        ...{ textKey, htmlKey, attachments },
      },
    },
    by,
    id,
  );
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
    ...(message.messageId ? [messageIdWrite(workspaceId, message.messageId, place.threadId)] : []),
  ];
}

/**
 * Stores all that a message makes in one transaction: activity, lead and deal where the sender is new, thread, and the
 * intake's outcome. Throws `mail_identity_taken` where the same message was stored in between, `email_taken` where its
 * sender was: look around again.
 */
export async function logMail(
  intake: Intake,
  opened: OpenedMail,
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
  const { identity, bytes } = opened;
  const { contactId, threadId } = place;
  const outcome = { status: 'logged' as const, identity, bytes, message, contactId, threadId };
  const done = finishIntake(
    intake,
    { ...outcome, activityId: activityIdOf(intake.id), ...(mailbox && { mailboxId: mailbox.id }) },
    by,
  );
  const changes = [done, lead?.contact, lead?.deal, activity]
    .filter((change) => change !== undefined)
    .map(any);
  await saveChanges(changes, by, besides(intake, message, place, around));
}

import type { Contact } from '../../../shared/contacts/contact.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { foldEmail } from '../../../shared/contacts/email-address.ts';
import { uniqueKey } from '../../../shared/core/record.ts';
import { whole } from '../../../shared/core/scope.ts';
import { type MailFacts, skippedFor } from '../../../shared/mail/classify-mail.ts';
import { type Intake, identityName, type MailName } from '../../../shared/mail/intake.ts';
import type { SkipReason } from '../../../shared/mail/intake-reasons.ts';
import type { Mailbox } from '../../../shared/mail/mailbox.ts';
import { mailboxOf } from '../../../shared/mail/mailbox-store.ts';
import type { ParsedMail } from '../../../shared/mail/parse-mail.ts';
import { senderOf } from '../../../shared/mail/parse-sender.ts';
import type { Thread } from '../../../shared/mail/thread.ts';
import { findThread, getThread, messageIdItem } from '../../../shared/mail/thread-store.ts';
import { getItem } from '../../../shared/platform/dynamo.ts';
import { threadOfReplyAddress } from '../../../shared/platform/reply-address.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import type { OpenedMail } from './open-mail.ts';
import { oursOf } from './parties.ts';

/** All that is known about a message's place in the workspace. */
export type Surroundings = {
  skipped: SkipReason | undefined;
  duplicateOf: string | undefined;
  sender: MailName | undefined;
  mailbox: Mailbox | undefined;
  thread: Thread | undefined;
  /** Whose timeline it stands on; undefined where the sender is new. */
  contact: Contact | undefined;
  isColleague: boolean;
};

async function threadByAddress(workspaceId: string, recipients: string[]): Promise<Thread | undefined> {
  for (const recipient of recipients) {
    const id = await threadOfReplyAddress(workspaceId, recipient.slice(0, recipient.lastIndexOf('@')));
    const thread = id && (await getThread(workspaceId, id));
    if (thread) return thread;
  }
  return undefined;
}

/** THREAD-1, THREAD-2: by the signed address it was sent to, else by the messages that it says it answers. */
export async function threadOf({ workspaceId, recipients }: Intake, mail: ParsedMail) {
  const thread =
    (await threadByAddress(workspaceId, recipients)) ?? (await findThread(workspaceId, mail.ancestors));
  const contact = thread && (await contactStore.find(whole(workspaceId), thread.contactId));
  const isThere = contact && !contact.erasedAt; // what an erased person wrote in goes on with nobody
  return isThere ? { thread, contact } : { thread: undefined, contact: undefined };
}

async function contactOf(workspaceId: string, address: string | undefined): Promise<Contact | undefined> {
  if (address === undefined) return undefined;
  const { emailFolding } = await workspaceOf(workspaceId);
  return contactStore.findByUnique(whole(workspaceId), {
    name: 'email',
    value: foldEmail(address, emailFolding),
  });
}

export async function holderOf(
  workspaceId: string,
  name: string,
  value: string,
): Promise<string | undefined> {
  const item = await getItem(uniqueKey(workspaceId, { name, value }));
  return item && String(item.recordId);
}

function factsOf(
  intake: Intake,
  mail: ParsedMail,
  found: Omit<Surroundings, 'skipped' | 'duplicateOf'>,
): MailFacts {
  const { sender, thread, mailbox, isColleague } = found;
  return {
    headers: mail.headers,
    subject: mail.subject,
    envelopeFrom: intake.envelopeFrom,
    sender: sender?.address,
    isReply: thread !== undefined,
    hasMailbox: mailbox !== undefined,
    isColleague,
    ...oursOf(intake),
  };
}

type Place = Awaited<ReturnType<typeof threadOf>>;
/**
 * A mail stands with whoever wrote it where we know them, whatever it claims to answer, so that nobody writes into somebody
 * else's history. What a colleague or an unknown address writes in a thread stands with the thread's contact (docs/adr/0005).
 */
const contactFor = ({ contact }: Place, known: Contact | undefined, isColleague: boolean) =>
  (isColleague ? contact : undefined) ?? known ?? contact;

/** MAIL-4, MAILBOX-3: reads what decides about an opened message. Nothing is written. */
export async function lookAround(intake: Intake, { mail, identity }: OpenedMail): Promise<Surroundings> {
  const { workspaceId, recipients } = intake;
  const sender = senderOf(mail.from);
  const address = sender?.address;
  const [held, mailbox, place, known, user] = await Promise.all([
    holderOf(workspaceId, identityName, identity),
    mailboxOf(workspaceId, recipients),
    threadOf(intake, mail),
    contactOf(workspaceId, address),
    address ? holderOf(workspaceId, 'user_email', address.toLowerCase()) : undefined,
  ]);
  const isColleague = user !== undefined;
  const found = {
    sender,
    mailbox,
    thread: place.thread,
    contact: contactFor(place, known, isColleague),
    isColleague,
  };
  // What a colleague wrote may have come to their drop-box before.
  const boxed = isColleague ? await messageIdItem(workspaceId, mail.messageId) : undefined;
  const same = held ?? boxed?.intakeId;
  const duplicateOf = same === intake.id ? undefined : same;
  const skipped = duplicateOf ? 'duplicate' : skippedFor(factsOf(intake, mail, found));
  return { ...found, duplicateOf, skipped };
}

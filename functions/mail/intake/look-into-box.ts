import type { Contact } from '../../../shared/contacts/contact.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { foldEmail } from '../../../shared/contacts/email-address.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { within } from '../../../shared/core/scope.ts';
import { skippedInDropBox } from '../../../shared/mail/classify-mail.ts';
import { addressesInText, type Forwarded } from '../../../shared/mail/forwarded.ts';
import { type Intake, identityName } from '../../../shared/mail/intake.ts';
import type { SkipReason } from '../../../shared/mail/intake-reasons.ts';
import type { ParsedMail } from '../../../shared/mail/parse-mail.ts';
import type { Thread } from '../../../shared/mail/thread.ts';
import { messageIdItem } from '../../../shared/mail/thread-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { holderOf, threadOf } from './look-around.ts';
import type { Said } from './mail-activity.ts';
import { type OpenedMail, timelineText } from './open-mail.ts';
import { addressesOf, oursOf, strangersAmong } from './parties.ts';

const mostTimelines = 10;

/** What a message to a drop-box comes to. */
export type Boxed = {
  skipped?: SkipReason;
  duplicateOf?: string | undefined;
  contacts: Contact[];
  thread: Thread | undefined;
  said: Said;
  /** Message-IDs of what is logged by it: its own, and that of the mail that was forwarded. */
  messageIds: string[];
};

/** Who of them is a contact in the user's reach; nobody twice. */
async function contactsAmong(actor: Actor, addresses: readonly string[]): Promise<Contact[]> {
  const { emailFolding } = await workspaceOf(actor.workspaceId);
  const found = await Promise.all(
    addresses.map((address) =>
      contactStore.findByUnique(within(actor), { name: 'email', value: foldEmail(address, emailFolding) }),
    ),
  );
  const there = found.filter((one) => one !== undefined && !one.erasedAt) as Contact[];
  return [...new Map(there.map((contact) => [contact.id, contact])).values()].slice(0, mostTimelines);
}

type Meant = { addresses: string[]; said: Said; isForward: boolean };

/** A forwarded mail: the customer's to the user, or one that the user or a colleague wrote to the customer. */
async function meantByForward(intake: Intake, forwarded: Forwarded): Promise<Meant> {
  const { from, to, cc, subject, text } = forwarded;
  const [author] = await strangersAmong(intake, [from.address]);
  const addresses = author ? [author] : await strangersAmong(intake, addressesOf(to, cc));
  const direction = author ? 'inbound' : 'outbound';
  return { addresses, isForward: true, said: { direction, from: from.address, to, cc, subject, text } };
}

/** Whom it is with, and who says it: an outbound mail, else what was forwarded, else whoever its text names. */
async function meantBy(intake: Intake, mail: ParsedMail, forwarded: Forwarded | undefined): Promise<Meant> {
  const { to, cc, subject, from } = mail;
  const outbound = await strangersAmong(intake, addressesOf(to, cc));
  if (outbound.length === 0 && forwarded) return meantByForward(intake, forwarded);
  const said = { from: from[0]?.address ?? '', to, cc, subject, text: await timelineText(mail) };
  if (outbound.length > 0)
    return { addresses: outbound, isForward: false, said: { ...said, direction: 'outbound' } };
  const addresses = await strangersAmong(intake, await addressesInText(mail));
  return { addresses, isForward: false, said };
}

/** Of a forwarded mail the Message-ID that it had, attached or as the nearest ancestor (RFC 5322, 3.6.4). */
const originalOf = (mail: ParsedMail, forwarded: Forwarded | undefined, { isForward }: Meant) =>
  isForward ? [forwarded?.messageId ?? mail.ancestors[0]] : [];

const factsOf = (intake: Intake, mail: ParsedMail) => ({
  headers: mail.headers,
  subject: mail.subject,
  envelopeFrom: intake.envelopeFrom,
  sender: mail.from[0]?.address,
  ...{ isReply: false, hasMailbox: true, isColleague: true },
  ...oursOf(intake),
});

/** Whether it was logged before: the same bytes, or the same Message-ID, whether it came here or to a mailbox, or we sent it. */
async function loggedBefore(intake: Intake, identity: string, messageIds: string[]) {
  const { workspaceId, id } = intake;
  const held = await holderOf(workspaceId, identityName, identity);
  if (held && held !== id) return { duplicateOf: held };
  const items = await Promise.all(messageIds.map((one) => messageIdItem(workspaceId, one)));
  const first = items.find((item) => item !== undefined);
  return first && { duplicateOf: first.intakeId };
}

/** MAIL-6: reads what decides about a user's message to their drop-box. Nothing is written. */
export async function lookIntoBox(
  intake: Intake,
  { mail, identity }: OpenedMail,
  forwarded: Forwarded | undefined,
  actor: Actor,
): Promise<Boxed> {
  const meant = await meantBy(intake, mail, forwarded);
  const ids = [mail.messageId, ...originalOf(mail, forwarded, meant)].filter((one) => one !== undefined);
  const messageIds = [...new Set(ids)];
  const [before, place, contacts] = await Promise.all([
    loggedBefore(intake, identity, messageIds),
    threadOf(intake, mail),
    contactsAmong(actor, meant.addresses),
  ]);
  const boxed = { contacts, thread: place.thread, said: meant.said, messageIds };
  const refused = skippedInDropBox(factsOf(intake, mail));
  if (refused) return { ...boxed, skipped: refused };
  if (before) return { ...boxed, ...before, skipped: 'duplicate' };
  return contacts.length === 0 ? { ...boxed, skipped: 'recipient_unknown' } : boxed;
}

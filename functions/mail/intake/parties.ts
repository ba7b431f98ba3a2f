import { isEmailAddress } from '../../../shared/contacts/email-address.ts';
import { nameOf } from '../../../shared/core/projection.ts';
import { uniqueKey } from '../../../shared/core/record.ts';
import { addressOf } from '../../../shared/mail/compose.ts';
import { addressesInText, attachedMails, type Forwarded } from '../../../shared/mail/forwarded.ts';
import type { Intake, MailName } from '../../../shared/mail/intake.ts';
import { domainOf } from '../../../shared/mail/mailbox.ts';
import { isNeverLogged, lengthOf, namedByDomain } from '../../../shared/mail/never-log.ts';
import type { ParsedMail } from '../../../shared/mail/parse-mail.ts';
import { getItems } from '../../../shared/platform/dynamo.ts';
import { env } from '../../../shared/platform/env.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

/** The addresses that we send from, and the domains that we receive for; lower case. */
export const oursOf = ({ recipients }: Pick<Intake, 'recipients'>) => ({
  ourAddresses: [addressOf(env('MAIL_FROM')).toLowerCase()],
  ourDomains: [...new Set([env('MAIL_DOMAIN').toLowerCase(), ...recipients.map(domainOf)])],
});

/** Those that are none of Rapport's own, each once, in lower case. */
function notOurs(intake: Intake, addresses: readonly string[]): string[] {
  const { ourAddresses, ourDomains } = oursOf(intake);
  const lower = addresses.map((address) => address.trim().toLowerCase());
  return [...new Set(lower)].filter(
    (address) => !ourAddresses.includes(address) && !ourDomains.includes(domainOf(address)),
  );
}

/** Usable addresses among them. */
const othersAmong = (intake: Intake, addresses: readonly string[]) =>
  notOurs(intake, addresses).filter(isEmailAddress);

const most = 200;
/** MAIL-7: those of the addresses that are users' of the workspace; one BatchGet a hundred. */
export async function usersAmong(workspaceId: string, addresses: readonly string[]): Promise<Set<string>> {
  const keyOf = (value: string) => uniqueKey(workspaceId, { name: 'user_email', value });
  const some = addresses.filter(isEmailAddress).slice(0, most);
  const found = await getItems(some.map(keyOf));
  return new Set(some.filter((address) => found.has(nameOf(keyOf(address)))));
}

export const addressesOf = (...lists: MailName[][]) => lists.flat().map(({ address }) => address);

const mostLooked = 20;
/** Whom a message is with, apart from Rapport and the workspace's users. */
export async function strangersAmong(intake: Intake, addresses: readonly string[]): Promise<string[]> {
  const others = othersAmong(intake, addresses).slice(0, mostLooked);
  const users = await usersAmong(intake.workspaceId, others);
  return others.filter((address) => !users.has(address));
}

/** With whom the mails are that a user forwards to their drop-box: as they say, else as the user's text does. */
async function forwardedWith(intake: Intake, mail: ParsedMail, forwarded: Forwarded | undefined) {
  const attached = (await attachedMails(mail)).flatMap(({ parties }) => parties);
  const { from, to, cc } = forwarded ?? {};
  if (from) return [...attached, ...addressesOf([from], to ?? [], cc ?? [])];
  const isToOthers = (await strangersAmong(intake, addressesOf(mail.to, mail.cc))).length > 0;
  return isToOthers ? attached : [...attached, ...(await addressesInText(mail))];
}

/**
 * Whether the workspace never logs mail with any of those whom a message is from or to (docs/mail-in.md). `inBox` holds what
 * a message to a drop-box forwards.
 */
export async function isKeptOut(
  intake: Intake,
  mail: ParsedMail,
  inBox: { forwarded: Forwarded | undefined } | undefined,
): Promise<boolean> {
  const { neverLog, emailFolding } = await workspaceOf(intake.workspaceId);
  if (lengthOf(neverLog) === 0) return false;
  const inside = inBox ? await forwardedWith(intake, mail, inBox.forwarded) : [];
  const addresses = notOurs(intake, [intake.envelopeFrom ?? '', ...mail.parties, ...inside]);
  const users = await usersAmong(intake.workspaceId, namedByDomain(neverLog, addresses));
  const parties = addresses.map((address) => ({ address, isUser: users.has(address) }));
  return isNeverLogged(neverLog, emailFolding, parties);
}

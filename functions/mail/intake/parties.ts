import { isEmailAddress } from '../../../shared/contacts/email-address.ts';
import { nameOf } from '../../../shared/core/projection.ts';
import { uniqueKey } from '../../../shared/core/record.ts';
import { addressOf } from '../../../shared/mail/compose.ts';
import type { Forwarded } from '../../../shared/mail/forwarded.ts';
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

/** Usable addresses that are none of Rapport's own, each once, in lower case. */
export function othersAmong(intake: Intake, addresses: readonly string[]): string[] {
  const { ourAddresses, ourDomains } = oursOf(intake);
  const lower = addresses.map((address) => address.trim().toLowerCase()).filter(isEmailAddress);
  return [...new Set(lower)].filter(
    (address) => !ourAddresses.includes(address) && !ourDomains.includes(domainOf(address)),
  );
}

const most = 200;
/** MAIL-7: those of the addresses that are users' of the workspace; one BatchGet a hundred. */
export async function usersAmong(workspaceId: string, addresses: readonly string[]): Promise<Set<string>> {
  const keyOf = (value: string) => uniqueKey(workspaceId, { name: 'user_email', value });
  const some = addresses.slice(0, most);
  const found = await getItems(some.map(keyOf));
  return new Set(some.filter((address) => found.has(nameOf(keyOf(address)))));
}

const addressesOf = (...lists: MailName[][]) => lists.flat().map(({ address }) => address);
const written = /[^\s<>,;:"()[\]@]{1,64}@[^\s<>,;:"()[\]@]+/g;
const mostHeader = 1000;

function partiesOf(intake: Intake, mail: ParsedMail, forwarded: Forwarded | undefined): string[] {
  const senders = (mail.headers.get('sender') ?? []).flatMap(
    (value) => value.slice(0, mostHeader).match(written) ?? [],
  );
  const named = addressesOf(mail.from, mail.replyTo, mail.to, mail.cc);
  const inside = forwarded ? addressesOf([forwarded.from], forwarded.to, forwarded.cc) : [];
  return othersAmong(intake, [intake.envelopeFrom ?? '', ...senders, ...named, ...inside]).slice(0, most);
}

/** Whether the workspace never logs mail with any of those whom a message is from or to (docs/mail-in.md). */
export async function isKeptOut(
  intake: Intake,
  mail: ParsedMail,
  forwarded: Forwarded | undefined,
): Promise<boolean> {
  const { neverLog, emailFolding } = await workspaceOf(intake.workspaceId);
  if (lengthOf(neverLog) === 0) return false;
  const addresses = partiesOf(intake, mail, forwarded);
  const users = await usersAmong(intake.workspaceId, namedByDomain(neverLog, addresses));
  const parties = addresses.map((address) => ({ address, isUser: users.has(address) }));
  return isNeverLogged(neverLog, emailFolding, parties);
}

import { domainToASCII } from 'node:url';
import * as z from 'zod';
import { EmailAddress, foldEmail } from '../contacts/email-address.ts';
import type { EmailFolding } from '../workspaces/workspace.ts';

const DomainName = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .transform((text) => domainToASCII(text.replace(/^@/, '')))
  .pipe(z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'Must be a domain name like law.example.'));
const Address = EmailAddress.transform((text) => text.toLowerCase());
/** Of addresses and domains together. */
export const mostNeverLogged = 500;

/** With whom mail is never logged: addresses, and domains with all below them. */
export const NeverLog = z.object({
  addresses: z.array(z.string()).default([]),
  domains: z.array(z.string()).default([]),
});
export type NeverLog = z.infer<typeof NeverLog>;
const list = <T extends z.ZodType>(one: T) =>
  z
    .array(one)
    .max(mostNeverLogged)
    .transform((all) => [...new Set(all)]);
export const NeverLogPatch = z.strictObject({
  addresses: list(Address).nullish(),
  domains: list(DomainName).nullish(),
});

export const lengthOf = ({ addresses, domains }: NeverLog): number => addresses.length + domains.length;

/** One whom a message is from or to. */
export type Party = { address: string; isUser: boolean };
const domainIn = (address: string) =>
  domainToASCII(address.slice(address.lastIndexOf('@') + 1).toLowerCase()) || address;

/** A domain, and those that it is below: `a.law.example`, `law.example`, `example`. */
const withParents = (domain: string): string[] => {
  const labels = domain.split('.');
  return labels.map((_, n) => labels.slice(n).join('.'));
};
function byDomain({ domains }: NeverLog): (address: string) => boolean {
  const listed = new Set(domains);
  return (address) => withParents(domainIn(address)).some((one) => listed.has(one));
}

/**
 * Which of a message's parties the list names by their domain alone: whether they are users decides then, and must be known
 * of no others. Pure.
 */
export const namedByDomain = (never: NeverLog, addresses: readonly string[]): string[] =>
  addresses.filter(byDomain(never));

/**
 * Whether a message is never logged: one of its parties has a listed address, in any spelling that is the same mailbox by the
 * workspace's `emailFolding`, or an address at a listed domain or below it. A user of the workspace counts by the exact address
 * alone, so that a company's own domain can be listed. Nothing on the list is an exception to the rest. Pure.
 */
export function isNeverLogged(never: NeverLog, folding: EmailFolding, parties: readonly Party[]): boolean {
  if (lengthOf(never) === 0) return false;
  const addresses = new Set(never.addresses.map((address) => foldEmail(address, folding)));
  const isAtDomain = byDomain(never);
  return parties.some(
    ({ address, isUser }) => addresses.has(foldEmail(address, folding)) || (!isUser && isAtDomain(address)),
  );
}

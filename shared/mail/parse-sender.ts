import { isEmailAddress } from '../contacts/email-address.ts';
import { clip } from '../core/text.ts';
import type { MailName } from './intake.ts';

/** Without the comments and blanks that an address may carry (RFC 5322, 3.2.2): `pete(his account)@silly.test`. */
export const bare = (address: string) => address.replace(/\([^()]*\)/g, '').replace(/\s+/g, '');

/** The first of the authors (RFC 5322, 3.6.2) who can be answered. */
export const senderOf = (from: readonly MailName[]): MailName | undefined =>
  from
    .map(({ name, address }) => ({ name, address: bare(address) }))
    .find(({ address }) => isEmailAddress(address));

const mostName = 200;
const part = (text: string) => clip(text.trim(), mostName);
const named = (firstName: string, lastName: string) => ({
  ...(firstName && { firstName: part(firstName) }),
  ...(lastName && { lastName: part(lastName) }),
});

/**
 * First and last name as a display name gives them: "Ada King Lovelace" and "Lovelace, Ada"; nothing where it is an
 * address. One word is a first name.
 */
export function personOf(displayName: string): { firstName?: string; lastName?: string } {
  const name = displayName
    .replace(/\s*\((?:via|über|par)\b[^)]*\)$/i, '')
    .replace(/^['"\s]+|['"\s]+$/g, '')
    .replace(/\s+/g, ' ');
  if (name === '' || name.includes('@')) return {};
  const [, last, first] = /^([^,]+),\s*([^,]+)$/.exec(name) ?? [];
  if (last && first) return named(first, last);
  const space = name.indexOf(' ');
  return space < 0 ? named(name, '') : named(name.slice(0, space), name.slice(space + 1));
}

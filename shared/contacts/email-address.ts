import * as z from 'zod';
import type { EmailFolding } from '../workspaces/workspace.ts';

/** A local part, and a domain with a dot (RFC 5321; letters of any script, RFC 6531): what one could answer to. */
const usable =
  /^[^\s@<>()[\],;:\\"\p{Cc}]{1,64}@[^\s@<>()[\],;:\\"\p{Cc}.]+(?:\.[^\s@<>()[\],;:\\"\p{Cc}.]+)+$/u;
const mostLength = 254;

/** The one rule for all doors: what a form or a mail brought can be sent back to the API as it was read. */
export const isEmailAddress = (address: string): boolean =>
  address.length <= mostLength && usable.test(address);
export const EmailAddress = z.string().max(mostLength).regex(usable, 'Must be an e-mail address.');

const gmail = new Set(['gmail.com', 'googlemail.com']);

/**
 * The form in which two spellings of one mailbox are equal: case always folded, plus-tag and Gmail's dots as the
 * workspace says. Give a trimmed address (RFC 5321 `local@domain`).
 */
export function foldEmail(address: string, { plusTag, gmailDots }: EmailFolding): string {
  const lower = address.toLowerCase();
  const at = lower.lastIndexOf('@');
  let [local, domain] = [lower.slice(0, at), lower.slice(at + 1)];
  const plus = local.indexOf('+');
  if (plusTag && plus > 0) local = local.slice(0, plus);
  if (gmailDots && gmail.has(domain)) {
    local = local.replaceAll('.', '') || local;
    domain = 'gmail.com';
  }
  return `${local}@${domain}`;
}

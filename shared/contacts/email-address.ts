import type { EmailFolding } from '../workspaces/workspace.ts';

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

import { idOf } from '../core/ids.ts';

const form = /^reply\+([0-9a-z]{26})([0-9a-v]{16})$/;
const Id = idOf('thread');

/** Bytes of a token's signature: 80 bits, 16 characters of base32hex (RFC 4648, 7). */
export const signatureBytes = 10;
export const signatureText = (signature: Buffer) =>
  BigInt(`0x${signature.toString('hex')}`)
    .toString(32)
    .padStart(16, '0');

/** `reply+<thread's ULID><signature>@<domain>`, all in lower case. */
export const replyAddressOf = (threadId: string, signature: string, domain: string) =>
  `reply+${threadId.slice('th_'.length).toLowerCase()}${signature}@${domain}`;

/** What a local part claims, whatever case a mail program gave it; undefined where it has not the form. */
export function replyTokenIn(localPart: string): { threadId: string; signature: string } | undefined {
  const [, ulid = '', signature = ''] = form.exec(localPart.trim().toLowerCase()) ?? [];
  const threadId = `th_${ulid.toUpperCase()}`;
  return Id.safeParse(threadId).success ? { threadId, signature } : undefined;
}

import { timingSafeEqual } from 'node:crypto';
import { idOf } from '../core/ids.ts';
import { sign } from '../platform/secret.ts';

const signatureBytes = 10; // 80 bits, 16 characters of base32hex (RFC 4648, 7)
const form = /^reply\+([0-9a-z]{26})([0-9a-v]{16})$/;
const Id = idOf('thread');

async function signatureOf(workspaceId: string, threadId: string): Promise<string> {
  const bytes = await sign('reply-token', `${workspaceId}\n${threadId}`, signatureBytes);
  return BigInt(`0x${bytes.toString('hex')}`)
    .toString(32)
    .padStart(16, '0');
}

/** Where an answer to a mail of this thread is to go: `reply+<token>@<domain>`, signed, in lower case. */
export async function replyAddress(workspaceId: string, threadId: string, domain: string): Promise<string> {
  const signature = await signatureOf(workspaceId, threadId);
  return `reply+${threadId.slice('th_'.length).toLowerCase()}${signature}@${domain}`;
}

/**
 * The thread that a reply address names, by what stands before its `@`; undefined where it is no such address or not
 * signed for this workspace. Mail programs may have changed the case of letters.
 */
export async function threadOfReplyAddress(
  workspaceId: string,
  localPart: string,
): Promise<string | undefined> {
  const [, ulid = '', signature = ''] = form.exec(localPart.trim().toLowerCase()) ?? [];
  const threadId = `th_${ulid.toUpperCase()}`;
  if (!Id.safeParse(threadId).success) return undefined;
  const expected = await signatureOf(workspaceId, threadId);
  return timingSafeEqual(Buffer.from(expected), Buffer.from(signature)) ? threadId : undefined;
}

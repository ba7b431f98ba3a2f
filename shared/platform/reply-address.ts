import { timingSafeEqual } from 'node:crypto';
import { replyAddressOf, replyTokenIn, signatureBytes, signatureText } from '../mail/reply-token.ts';
import { sign } from './secret.ts';

const signatureOf = async (workspaceId: string, threadId: string): Promise<string> =>
  signatureText(await sign('reply-token', `${workspaceId}\n${threadId}`, signatureBytes));

/** Where an answer to a mail of this thread is to go: `reply+<token>@<domain>`, signed for the workspace. */
export const replyAddress = async (workspaceId: string, threadId: string, domain: string): Promise<string> =>
  replyAddressOf(threadId, await signatureOf(workspaceId, threadId), domain);

/**
 * The thread that a reply address names, by what stands before its `@`; undefined where it is no such address or not
 * signed for this workspace. Mail programs may have changed the case of letters.
 */
export async function threadOfReplyAddress(
  workspaceId: string,
  localPart: string,
): Promise<string | undefined> {
  const token = replyTokenIn(localPart);
  if (!token) return undefined;
  const expected = await signatureOf(workspaceId, token.threadId);
  return timingSafeEqual(Buffer.from(expected), Buffer.from(token.signature)) ? token.threadId : undefined;
}

import { foldEmail } from '../contacts/email-address.ts';
import { getItem, updateItem } from '../platform/dynamo.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import { addressHash, type SuppressionReason, suppressionKey } from './suppression.ts';

/** What an address is called in links and suppressions: every spelling of one mailbox has the same. */
export async function hashOfAddress(workspaceId: string, address: string): Promise<string> {
  const { emailFolding } = await workspaceOf(workspaceId);
  return addressHash(foldEmail(address.trim(), emailFolding));
}

/** SUPPRESSION-1: one GetItem. */
export const isSuppressed = async (workspaceId: string, address: string): Promise<boolean> =>
  (await getItem(suppressionKey(workspaceId, await hashOfAddress(workspaceId, address)))) !== undefined;

/** Each reason is kept with the first moment of it. May be repeated, in any order. */
export async function suppress(
  workspaceId: string,
  hash: string,
  reason: SuppressionReason,
  at: string,
): Promise<void> {
  await updateItem(suppressionKey(workspaceId, hash), {
    UpdateExpression: 'SET #reason = if_not_exists(#reason, :at), workspaceId = :workspace',
    ExpressionAttributeNames: { '#reason': `${reason}At` },
    ExpressionAttributeValues: { ':at': at, ':workspace': workspaceId },
  });
}

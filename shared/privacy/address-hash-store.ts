import { foldEmail } from '../contacts/email-address.ts';
import { sign } from '../platform/secret.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';

/**
 * An address in a form that nobody can turn back without the deployment's secret, not even by trying all addresses there
 * are; another one in each workspace. `key` is the address as `foldEmail` gives it. 43 characters of base64url.
 */
export const keyedHash = async (workspaceId: string, key: string): Promise<string> =>
  (await sign('address', `${workspaceId}\n${key}`, 32)).toString('base64url');

/** The same of an address as it is written: every spelling of one mailbox has the same. */
export async function hashOfAddress(workspaceId: string, address: string): Promise<string> {
  const { emailFolding } = await workspaceOf(workspaceId);
  return keyedHash(workspaceId, foldEmail(address.trim(), emailFolding));
}

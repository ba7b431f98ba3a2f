import { timingSafeEqual } from 'node:crypto';
import type { User } from '../identity/user.ts';
import { dropBoxAddressOf } from '../mail/drop-box-token.ts';
import { signatureBytes, signatureText } from '../mail/reply-token.ts';
import { sign } from './secret.ts';

type Whose = Pick<User, 'id' | 'workspaceId' | 'dropBoxTurn'>;

const signatureOf = async ({ workspaceId, id, dropBoxTurn = 0 }: Whose): Promise<string> =>
  signatureText(await sign('drop-box', `${workspaceId}\n${id}\n${dropBoxTurn}`, signatureBytes));

/** Where a user sends what is to be logged: `log+<token>@<domain>`, signed for the workspace until it is rotated. */
export const dropBoxAddress = async (user: Whose, domain: string): Promise<string> =>
  dropBoxAddressOf(user.id, await signatureOf(user), domain);

/** Whether the signature of a drop-box address is the one that this user has now. */
export async function isDropBoxOf(user: Whose, signature: string): Promise<boolean> {
  const [expected, given] = [Buffer.from(await signatureOf(user)), Buffer.from(signature)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

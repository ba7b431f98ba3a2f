import { rightsOf } from '../access/access-store.ts';
import type { Actor } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { permissionsOf } from '../core/rights.ts';
import { refusalOfKey } from './authorize.ts';
import type { Key } from './key.ts';
import { keyStore } from './key-store.ts';
import { isHere } from './user.ts';
import { userStore } from './user-store.ts';

const refused = (code: string) =>
  new AppError('unauthenticated', code, 'Whoever asked for this may not act here any more.');

/** The key that speaks for somebody. Throws `key_unknown`, `key_revoked`, `key_expired`. */
async function keyNow(workspaceId: string, userId: string, keyId: string): Promise<Key> {
  const key = await keyStore.find(workspaceId, keyId);
  const known = key?.userId === userId ? key : undefined;
  const code = refusalOfKey(known, new Date().toISOString());
  if (code || !known) throw refused(code ?? 'key_unknown');
  return known;
}

/**
 * USER-2 and ACCESS-1, with a key KEY-2: somebody with the rights that they have now, for what goes on in the background after they
 * asked; with the key that they asked by, held to what that may. What changes in their roles acts within 30 s. Throws `user_deactivated`,
 * `key_unknown`, `key_revoked`, `key_expired`.
 */
export async function actorOfUser(workspaceId: string, userId: string, keyId?: string): Promise<Actor> {
  const user = await userStore.find(workspaceId, userId);
  if (!user || !isHere(user)) throw refused('user_deactivated');
  const key = keyId === undefined ? undefined : await keyNow(workspaceId, userId, keyId);
  const asked = { userId, roles: user.roles, cap: key?.roles };
  const rights = { ...(await rightsOf(workspaceId, asked)), scopes: key?.scopes };
  const permissions = permissionsOf({ id: userId, rights });
  return { kind: 'user', workspaceId, id: userId, permissions, rights, keyId };
}

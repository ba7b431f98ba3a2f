import { rightsOf } from '../access/access-store.ts';
import type { Actor } from '../core/actor.ts';
import { permissionsOf } from '../core/rights.ts';
import type { User } from '../identity/user.ts';

/** A user as who reads what is written to them, with the rights that they have now. */
export async function readerFor({ id, workspaceId, roles }: User): Promise<Actor> {
  const rights = await rightsOf(workspaceId, { userId: id, roles });
  return { kind: 'user', workspaceId, id, rights, permissions: permissionsOf({ id, rights }) };
}

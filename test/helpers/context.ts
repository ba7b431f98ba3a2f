import type { Context } from '../../shared/core/actor.ts';
import { permissionsOfRole, type Role } from '../../shared/identity/membership.ts';
import { acme, ann, noon } from '../fixtures/ids.ts';

type Who = { workspaceId?: string; userId?: string; role?: Role };

/** A signed-in user's context: Ann, administrator of Acme, at noon, where nothing else is said. */
export const aContext = (over: Partial<Context> & Who = {}): Context => {
  const { workspaceId = acme, userId = ann, role = 'admin', ...rest } = over;
  const permissions = permissionsOfRole(role);
  return {
    actor: { kind: 'user', workspaceId, id: userId, permissions },
    now: noon,
    cause: 'req-1',
    ...rest,
  };
};

import { type BuiltinRole, builtinPolicy } from '../../shared/access/builtin-roles.ts';
import type { Context } from '../../shared/core/actor.ts';
import type { RolePolicy } from '../../shared/core/policy.ts';
import { permissionsOf, type Rights } from '../../shared/core/rights.ts';
import { acme, ann, noon } from '../fixtures/ids.ts';

type Who = {
  workspaceId?: string;
  userId?: string;
  role?: BuiltinRole;
  policy?: RolePolicy;
  circle?: string[];
};

/** A signed-in user's context: Ann, administrator of Acme, at noon, where nothing else is said. */
export const aContext = (over: Partial<Context> & Who = {}): Context => {
  const { workspaceId = acme, userId = ann, role = 'admin', policy, circle = [], ...rest } = over;
  const roles = [policy ?? builtinPolicy(role)].filter((one) => one !== undefined);
  const rights: Rights = { roles, teamIds: [], circle: new Set(circle) };
  const permissions = permissionsOf({ id: userId, rights });
  return {
    actor: { kind: 'user', workspaceId, id: userId, permissions, rights },
    now: noon,
    cause: 'req-1',
    ...rest,
  };
};

import { isBuiltin } from '../../../shared/access/builtin-roles.ts';
import { deleteRole, roleBuiltIn } from '../../../shared/access/role.ts';
import { deleteRoleRoute } from '../../../shared/access/role-routes.ts';
import { roleStore } from '../../../shared/access/role-store.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { keyWithRole } from '../../../shared/identity/keys-of-user-store.ts';
import { userWithRole } from '../../../shared/identity/user-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

/** Somebody who is given the role at this very moment has one that is gone, which gives no rights. */
export const deleteRoleOperation = operation(deleteRoleRoute, ({ params: { roleId }, match, ...by }) =>
  retryLostRace(async () => {
    if (isBuiltin(roleId)) throw roleBuiltIn(roleId);
    const role = await roleStore.get(by.actor.workspaceId, roleId);
    assertMatch(role, match);
    const { workspaceId } = by.actor;
    const usedBy =
      (await userWithRole(workspaceId, roleId)) ?? (await keyWithRole(workspaceId, roleId, by.now));
    await roleStore.save(deleteRole(role, usedBy), by);
    return undefined;
  }),
);

import { builtinRole, isBuiltin } from '../../../shared/access/builtin-roles.ts';
import { shownRole } from '../../../shared/access/role.ts';
import { getRoleRoute } from '../../../shared/access/role-routes.ts';
import { roleStore } from '../../../shared/access/role-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getRoleOperation = operation(getRoleRoute, async ({ actor, params: { roleId } }) =>
  isBuiltin(roleId) ? builtinRole(roleId) : shownRole(await roleStore.get(actor.workspaceId, roleId)),
);

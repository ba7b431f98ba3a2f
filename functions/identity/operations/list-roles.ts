import { builtinRole, builtinRoles } from '../../../shared/access/builtin-roles.ts';
import { shownRole } from '../../../shared/access/role.ts';
import { listRolesRoute } from '../../../shared/access/role-routes.ts';
import { ownRoles } from '../../../shared/access/role-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listRolesOperation = operation(listRolesRoute, async ({ actor }) => ({
  items: [...builtinRoles.map(builtinRole), ...(await ownRoles(actor.workspaceId)).map(shownRole)],
}));

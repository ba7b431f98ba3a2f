import { isBuiltin } from '../../../shared/access/builtin-roles.ts';
import { patchedPolicy, patchRole, roleBuiltIn, shownRole } from '../../../shared/access/role.ts';
import { patchRoleRoute } from '../../../shared/access/role-routes.ts';
import { roleStore } from '../../../shared/access/role-store.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { RolePolicy } from '../../../shared/core/policy.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { parsePart } from '../../../shared/platform/request.ts';

export const patchRoleOperation = operation(patchRoleRoute, ({ params: { roleId }, body, match, ...by }) =>
  retryLostRace(async () => {
    if (isBuiltin(roleId)) throw roleBuiltIn(roleId);
    const role = await roleStore.get(by.actor.workspaceId, roleId);
    assertMatch(role, match);
    const policy = parsePart(RolePolicy, patchedPolicy(role, body), '/policy');
    const change = patchRole(role, body, policy, by);
    if (!changesNothing(change)) await roleStore.save(change, by);
    return shownRole(changesNothing(change) ? role : change.after);
  }),
);

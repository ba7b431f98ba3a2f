import { createRole, type Role, shownRole } from '../../../shared/access/role.ts';
import { createRoleRoute } from '../../../shared/access/role-routes.ts';
import { assertRoomForRole, policyToCopy, roleStore } from '../../../shared/access/role-store.ts';
import { answeringWith } from '../../../shared/core/actor.ts';
import { operation } from '../../../shared/platform/api.ts';

export const createRoleOperation = operation(createRoleRoute, async ({ body, ...by }) => {
  const { workspaceId } = by.actor;
  const policy = body.policy ?? (await policyToCopy(workspaceId, body.from ?? ''));
  const change = createRole(body, policy, by);
  await assertRoomForRole(workspaceId);
  await roleStore.save(change, answeringWith<Role>(by, shownRole));
  return shownRole(change.after);
});

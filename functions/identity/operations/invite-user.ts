import { assertMayGiveRoles } from '../../../shared/access/role-store.ts';
import { inviteUserRoute } from '../../../shared/identity/user-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { inviteUser } from '../people/invite.ts';

export const inviteUserOperation = operation(inviteUserRoute, async ({ body, ...by }) => {
  await assertMayGiveRoles(by.actor, body.roles);
  return inviteUser(body, by);
});

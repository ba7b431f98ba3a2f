import { shownHandover } from '../../../shared/identity/handover.ts';
import { findHandover } from '../../../shared/identity/handover-store.ts';
import { getUserRoute } from '../../../shared/identity/user-routes.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getUserOperation = operation(getUserRoute, async ({ actor, params: { userId } }) => {
  const user = await userStore.get(actor.workspaceId, userId);
  const handover = user.status === 'deactivated' && (await findHandover(actor.workspaceId, userId));
  return { ...user, ...(handover && { reassignment: shownHandover(handover) }) };
});

import { getMeRoute } from '../../../shared/identity/user-routes.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getMeOperation = operation(getMeRoute, async ({ actor }) => {
  const user = await userStore.get(actor.workspaceId, actor.id);
  return { ...user, permissions: [...actor.permissions] };
});

import { listUsersRoute } from '../../../shared/identity/user-routes.ts';
import { userPage } from '../../../shared/identity/user-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listUsersOperation = operation(listUsersRoute, ({ actor, query }) =>
  userPage(actor.workspaceId, query),
);

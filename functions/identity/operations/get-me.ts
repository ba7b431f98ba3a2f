import { teamIdsOf } from '../../../shared/access/access-store.ts';
import { fieldView } from '../../../shared/access/field-view.ts';
import { arrive, whoIs } from '../../../shared/identity/me-store.ts';
import { getMeRoute } from '../../../shared/identity/user-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { workspaceIdsOf } from '../people/workspace-ids.ts';

export const getMeOperation = operation(getMeRoute, async ({ event, ...by }) => {
  const { actor } = by;
  const { user, workspaces } = await whoIs(actor.workspaceId, actor.id, workspaceIdsOf(event));
  return {
    ...(user.status === 'invited' ? await arrive(user, by) : user),
    permissions: [...actor.permissions],
    teamIds: await teamIdsOf(actor.workspaceId, actor.id),
    fields: {
      contact: fieldView(actor, 'contact'),
      deal: fieldView(actor, 'deal'),
      task: fieldView(actor, 'task'),
    },
    workspaces,
  };
});

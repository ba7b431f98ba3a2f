import { teamIdsOf } from '../../../shared/access/access-store.ts';
import { fieldViews } from '../../../shared/access/field-view.ts';
import { arrive, isNews, whoIs } from '../../../shared/identity/me-store.ts';
import { getMeRoute } from '../../../shared/identity/user-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { credentialOf } from '../people/credential-of.ts';
import { dropBoxOf } from '../people/drop-box-of.ts';

export const getMeOperation = operation(getMeRoute, async ({ event, ...by }) => {
  const { actor } = by;
  const { subject, workspaceIds } = credentialOf(event);
  const { user, preferences, workspaces } = await whoIs(actor.workspaceId, actor.id, workspaceIds);
  const dropBox = await dropBoxOf(user);
  return {
    ...(isNews(user, subject) ? await arrive(user, subject, by) : user),
    preferences,
    permissions: [...actor.permissions],
    teamIds: await teamIdsOf(actor.workspaceId, actor.id),
    fields: fieldViews(actor),
    workspaces,
    ...(dropBox && { dropBoxAddress: dropBox }),
  };
});

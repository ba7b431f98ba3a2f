import { getTeamRoute } from '../../../shared/access/team-routes.ts';
import { teamStore } from '../../../shared/access/team-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getTeamOperation = operation(getTeamRoute, ({ actor, params }) =>
  teamStore.get(actor.workspaceId, params.teamId),
);

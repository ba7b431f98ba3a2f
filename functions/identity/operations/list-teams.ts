import { listTeamsRoute } from '../../../shared/access/team-routes.ts';
import { teamPage } from '../../../shared/access/team-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listTeamsOperation = operation(listTeamsRoute, ({ actor, query }) =>
  teamPage(actor.workspaceId, query),
);

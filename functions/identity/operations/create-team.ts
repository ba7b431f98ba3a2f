import { createTeam } from '../../../shared/access/team.ts';
import { createTeamRoute } from '../../../shared/access/team-routes.ts';
import { assertRoomForTeam, saveTeam } from '../../../shared/access/team-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const createTeamOperation = operation(createTeamRoute, async ({ body, ...by }) => {
  const change = createTeam(body, by);
  await assertRoomForTeam(by.actor.workspaceId);
  return saveTeam(change, by);
});

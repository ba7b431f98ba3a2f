import { deleteTeam } from '../../../shared/access/team.ts';
import { deleteTeamRoute } from '../../../shared/access/team-routes.ts';
import { teamStore } from '../../../shared/access/team-store.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const deleteTeamOperation = operation(deleteTeamRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const team = await teamStore.get(by.actor.workspaceId, params.teamId);
    assertMatch(team, match);
    await teamStore.save(deleteTeam(team), by);
    return undefined;
  }),
);

import { takeFromTeam } from '../../../shared/access/team.ts';
import { removeTeamMemberRoute } from '../../../shared/access/team-routes.ts';
import { saveTeam, teamStore } from '../../../shared/access/team-store.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const removeTeamMemberOperation = operation(removeTeamMemberRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const team = await teamStore.get(by.actor.workspaceId, params.teamId);
    assertMatch(team, match);
    await saveTeam(takeFromTeam(team, params.userId, by), by);
    return undefined;
  }),
);

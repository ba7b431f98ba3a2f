import { addToTeam } from '../../../shared/access/team.ts';
import { addTeamMemberRoute } from '../../../shared/access/team-routes.ts';
import { saveTeam, teamStore } from '../../../shared/access/team-store.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { getUserHere } from '../../../shared/identity/user-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const addTeamMemberOperation = operation(addTeamMemberRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const team = await teamStore.get(by.actor.workspaceId, params.teamId);
    await getUserHere(by.actor.workspaceId, params.userId);
    assertMatch(team, match);
    return saveTeam(addToTeam(team, params.userId, by), by);
  }),
);

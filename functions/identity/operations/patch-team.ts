import { patchTeam } from '../../../shared/access/team.ts';
import { patchTeamRoute } from '../../../shared/access/team-routes.ts';
import { saveTeam, teamStore } from '../../../shared/access/team-store.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const patchTeamOperation = operation(patchTeamRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const team = await teamStore.get(by.actor.workspaceId, params.teamId);
    assertMatch(team, match);
    return saveTeam(patchTeam(team, body, by), by);
  }),
);

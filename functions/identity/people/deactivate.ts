import { leaveTeam } from '../../../shared/access/team.ts';
import { teamsOf } from '../../../shared/access/team-store.ts';
import { answeringWith, type Context } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import type { Change } from '../../../shared/core/record.ts';
import { teamMemberKey } from '../../../shared/core/scoped-list.ts';
import { type Handover, shownHandover } from '../../../shared/identity/handover.ts';
import { findHandover, handoverBegins } from '../../../shared/identity/handover-store.ts';
import { saveMember } from '../../../shared/identity/member-store.ts';
import type { User } from '../../../shared/identity/user.ts';
import { deactivateUser } from '../../../shared/identity/user-life.ts';
import { mustBeHere, userStore } from '../../../shared/identity/user-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import type { Write } from '../../../shared/platform/commit.ts';
import type { Match } from '../../../shared/platform/request.ts';

/** Teams that are left in the same transaction; to manage another gives no rights to who is gone. */
const mostTeamsLeft = 30;

/** Nobody has put them into a team since. */
const inNoTeam = (workspaceId: string, userId: string): Write => ({
  action: {
    ConditionCheck: {
      Key: teamMemberKey(workspaceId, userId),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  refused: () => new AppError('conflict', 'version_conflict', 'They were put into a team meanwhile.'),
});

/** The teams' changes, and that there is no other. */
async function leavingTeams({ workspaceId, id }: User, by: Context) {
  const teams = (await teamsOf(workspaceId, id)).slice(0, mostTeamsLeft);
  const then = teams.map((team) => leaveTeam(team, id, by) as unknown as Change);
  const isMember = teams.some(({ memberIds }) => memberIds.includes(id));
  return { then, writes: isMember ? [] : [inNoTeam(workspaceId, id)] };
}

type Deactivated = { user: User; handover: Handover };
/**
 * Takes somebody's place in the workspace from them: the user, what their credential opens and their teams in one
 * transaction, whose event then hands over what they have. May be repeated; with another `to` what they still have goes
 * there. Throws `last_admin`, `reference_unknown`, `user_removed`.
 */
export const deactivate = (id: string, to: string | null, match: Match, by: Context): Promise<Deactivated> =>
  retryLostRace(async () => {
    const { workspaceId } = by.actor;
    const user = await userStore.get(workspaceId, id);
    assertMatch(user, match);
    const running = await findHandover(workspaceId, id);
    if (user.status === 'deactivated' && running?.to === to) return { user, handover: running };
    const change = deactivateUser(user, to, by);
    const { then, writes } = await leavingTeams(user, by);
    const asked = { job: change.after.version, to, by: by.actor.id };
    const receiver = to === null ? [] : [mustBeHere(workspaceId, to, '/reassignTo')];
    const handover: Handover = { ...asked, moved: 0, isDone: false };
    const shown = (stored: User) => ({ ...stored, reassignment: shownHandover(handover) });
    await saveMember(change, answeringWith(by, shown), {
      then,
      writes: [handoverBegins(workspaceId, id, asked), ...receiver, ...writes],
    });
    return { user: change.after, handover };
  });

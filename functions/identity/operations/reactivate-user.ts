import { assertMayGiveRoles } from '../../../shared/access/role-store.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { handoverEnds } from '../../../shared/identity/handover-store.ts';
import { saveMember } from '../../../shared/identity/member-store.ts';
import { subjectOf } from '../../../shared/identity/user.ts';
import { reactivateUser } from '../../../shared/identity/user-life.ts';
import { reactivateUserRoute } from '../../../shared/identity/user-routes.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { enableInPool } from '../../../shared/platform/user-pool.ts';

export const reactivateUserOperation = operation(
  reactivateUserRoute,
  async ({ params: { userId }, match, ...by }) => {
    const { workspaceId } = by.actor;
    const user = await retryLostRace(async () => {
      const user = await userStore.get(workspaceId, userId);
      assertMatch(user, match);
      const change = reactivateUser(user, by);
      if (!change) return user;
      await assertMayGiveRoles(by.actor, user.roles);
      await enableInPool(subjectOf(user)); // a kill behind the table leaves nobody shut out
      await saveMember(change, by, { writes: [handoverEnds(workspaceId, userId)] });
      return change.after;
    });
    await enableInPool(subjectOf(user)); // after the table: whoever shuts them out looks again behind it
    return user;
  },
);

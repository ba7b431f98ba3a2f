import { assertMayGiveRoles } from '../../../shared/access/role-store.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { saveMember } from '../../../shared/identity/member-store.ts';
import { patchUser } from '../../../shared/identity/user-life.ts';
import { patchUserRoute } from '../../../shared/identity/user-routes.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const patchUserOperation = operation(patchUserRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const user = await userStore.get(by.actor.workspaceId, params.userId);
    assertMatch(user, match);
    await assertMayGiveRoles(by.actor, body.roles ?? [], user.roles);
    const change = patchUser(user, body, by);
    await saveMember(change, by);
    return changesNothing(change) ? user : change.after;
  }),
);

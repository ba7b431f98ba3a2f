import { assertMatch } from '../../../shared/core/match.ts';
import { findHandover, handoverEnds } from '../../../shared/identity/handover-store.ts';
import { saveMember } from '../../../shared/identity/member-store.ts';
import { preferencesGo } from '../../../shared/identity/preferences-store.ts';
import { removeUser } from '../../../shared/identity/user-life.ts';
import { removeUserRoute } from '../../../shared/identity/user-routes.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const removeUserOperation = operation(removeUserRoute, ({ params: { userId }, match, ...by }) =>
  retryLostRace(async () => {
    const { workspaceId } = by.actor;
    const user = await userStore.get(workspaceId, userId);
    assertMatch(user, match);
    const handover = await findHandover(workspaceId, userId);
    const change = removeUser(user, handover?.isDone !== false, by);
    const writes = [handoverEnds(workspaceId, userId), preferencesGo(workspaceId, userId)];
    if (change) await saveMember(change, by, { writes });
    return undefined;
  }),
);

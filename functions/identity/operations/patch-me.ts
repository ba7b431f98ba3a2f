import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { patchUser } from '../../../shared/identity/user-life.ts';
import { patchMeRoute } from '../../../shared/identity/user-routes.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const patchMeOperation = operation(patchMeRoute, ({ body, match, ...by }) =>
  retryLostRace(async () => {
    const user = await userStore.get(by.actor.workspaceId, by.actor.id);
    assertMatch(user, match);
    const change = patchUser(user, body, by);
    if (changesNothing(change)) return user;
    await userStore.save(change, by);
    return change.after;
  }),
);

import type { Context } from '../../../shared/core/actor.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { whoIs } from '../../../shared/identity/me-store.ts';
import { type KeptPreferences, patchPreferences } from '../../../shared/identity/preferences.ts';
import { preferencesWrite } from '../../../shared/identity/preferences-store.ts';
import type { MePatch } from '../../../shared/identity/user.ts';
import { patchUser } from '../../../shared/identity/user-life.ts';
import { patchMeRoute } from '../../../shared/identity/user-routes.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { commit } from '../../../shared/platform/commit.ts';

type Said = MePatch['preferences'];
const preferencesAfter = (before: KeptPreferences, said: Said): KeptPreferences =>
  said === undefined ? before : patchPreferences(before, said);
const writesOf = ({ actor }: Context, before: KeptPreferences, after: KeptPreferences) =>
  after === before ? [] : [preferencesWrite(actor.workspaceId, actor.id, before, after)];

export const patchMeOperation = operation(patchMeRoute, ({ body, match, ...by }) =>
  retryLostRace(async () => {
    const { user, preferences: before } = await whoIs(by.actor.workspaceId, by.actor.id, []);
    assertMatch(user, match);
    const preferences = preferencesAfter(before, body.preferences);
    const writes = writesOf(by, before, preferences);
    const change = patchUser(user, { name: body.name }, by);
    if (!changesNothing(change)) {
      await userStore.save(change, by, writes);
      return { ...change.after, preferences };
    }
    if (writes.length > 0) await commit(writes);
    return { ...user, preferences };
  }),
);

import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { patchKey } from '../../../shared/identity/key.ts';
import { patchKeyRoute } from '../../../shared/identity/key-routes.ts';
import { keyStore, saveKey } from '../../../shared/identity/key-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const patchKeyOperation = operation(patchKeyRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const key = await keyStore.get(by.actor.workspaceId, params.keyId);
    assertMatch(key, match);
    const change = patchKey(key, body, by);
    if (changesNothing(change)) return key;
    await saveKey(change, by);
    return change.after;
  }),
);

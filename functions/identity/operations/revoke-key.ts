import { assertMatch } from '../../../shared/core/match.ts';
import { revokeKey } from '../../../shared/identity/key.ts';
import { revokeKeyRoute } from '../../../shared/identity/key-routes.ts';
import { keyStore, saveKey } from '../../../shared/identity/key-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const revokeKeyOperation = operation(revokeKeyRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const key = await keyStore.get(by.actor.workspaceId, params.keyId);
    assertMatch(key, match);
    const change = revokeKey(key, by);
    if (change) await saveKey(change, by);
    return undefined;
  }),
);

import { assertMatch } from '../../../shared/core/match.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { deleteTarget } from '../../../shared/reports/target.ts';
import { deleteTargetRoute } from '../../../shared/reports/target-routes.ts';
import { targetStore } from '../../../shared/reports/target-store.ts';

export const deleteTargetOperation = operation(deleteTargetRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const found = await targetStore.get(by.actor.workspaceId, params.targetId);
    assertMatch(found, match);
    await targetStore.save(deleteTarget(found), by);
    return undefined;
  }),
);

import { assertMatch } from '../../../shared/core/match.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { deleteSpend } from '../../../shared/reports/spend.ts';
import { deleteSpendRoute } from '../../../shared/reports/spend-routes.ts';
import { spendStore } from '../../../shared/reports/spend-store.ts';

export const deleteSpendOperation = operation(deleteSpendRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const found = await spendStore.get(by.actor.workspaceId, params.spendId);
    assertMatch(found, match);
    await spendStore.save(deleteSpend(found), by);
    return undefined;
  }),
);

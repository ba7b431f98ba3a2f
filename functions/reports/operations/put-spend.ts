import { operation } from '../../../shared/platform/api.ts';
import { putSpend, spelled } from '../../../shared/reports/spend.ts';
import { putSpendRoute } from '../../../shared/reports/spend-routes.ts';
import { findSpend, spendStore } from '../../../shared/reports/spend-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { putOne } from '../putting/put-one.ts';

export const putSpendOperation = operation(putSpendRoute, async ({ body, match, ...by }) => {
  const { workspaceId } = by.actor;
  const workspace = await workspaceOf(workspaceId);
  const given = spelled(body);
  return putOne(
    {
      find: () => findSpend(workspaceId, given),
      decide: (before) => putSpend(before, given, workspace, by),
      save: (change) => spendStore.save(change, by),
    },
    match,
  );
});

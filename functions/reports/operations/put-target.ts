import { operation } from '../../../shared/platform/api.ts';
import { putTarget } from '../../../shared/reports/target.ts';
import { putTargetRoute } from '../../../shared/reports/target-routes.ts';
import { findTarget, namedIn, targetStore } from '../../../shared/reports/target-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { putOne } from '../putting/put-one.ts';

export const putTargetOperation = operation(putTargetRoute, async ({ body, match, ...by }) => {
  const { workspaceId } = by.actor;
  const workspace = await workspaceOf(workspaceId);
  return putOne(
    {
      find: () => findTarget(workspaceId, body),
      decide: (before) => putTarget(before, body, workspace, by),
      save: (change) => targetStore.save(change, by, change.before ? [] : namedIn(change.after)),
    },
    match,
  );
});

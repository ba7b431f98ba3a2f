import { within } from '../../../shared/core/scope.ts';
import { stagePage } from '../../../shared/deals/board-store.ts';
import { listDealsRoute } from '../../../shared/deals/deal-list-routes.ts';
import { decideBy } from '../../../shared/deals/deal-store.ts';
import { stageOf } from '../../../shared/deals/pipeline.ts';
import { operation } from '../../../shared/platform/api.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

export const listDealsOperation = operation(listDealsRoute, async ({ actor, query, now }) => {
  const { workspaceId } = actor;
  const { stageId, ...page } = query;
  const pipelineId = query.pipelineId ?? (await workspaceOf(workspaceId)).defaultPipelineId;
  const found = await stagePage(within(actor), { pipelineId, stageId }, page, now);
  // Deals may still stand in a stage that was removed; a stage that was never there has none.
  if (found.items.length === 0)
    await decideBy(workspaceId, pipelineId, (pipeline) => stageOf(pipeline, stageId, '?/stageId'));
  return found;
});

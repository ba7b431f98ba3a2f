import { ownerAsked } from '../../../shared/core/may-ask.ts';
import { within } from '../../../shared/core/scope.ts';
import { listDealsRoute } from '../../../shared/deals/deal-list-routes.ts';
import { dealPage, stagePage } from '../../../shared/deals/deal-list-store.ts';
import { decideBy } from '../../../shared/deals/deal-store.ts';
import { stageOf } from '../../../shared/deals/pipeline.ts';
import { operation } from '../../../shared/platform/api.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

export const listDealsOperation = operation(listDealsRoute, async ({ actor, query, now }) => {
  const { workspaceId } = actor;
  const { stageId, pipelineId: asked, sort = 'created', ownerId, filter, limit, cursor, ...others } = query;
  const scope = within(actor);
  const owner = ownerAsked(actor, ownerId);
  const page = { limit, cursor };
  if (stageId === undefined) {
    const inPipeline =
      asked === undefined ? filter : { $and: [{ pipelineId: asked }, ...(filter ? [filter] : [])] };
    return dealPage(actor, { ...others, sort, filter: inPipeline, owner }, page, now);
  }
  const pipelineId = asked ?? (await workspaceOf(workspaceId)).defaultPipelineId;
  const found = await stagePage(scope, { pipelineId, stageId, owner }, page, now);
  // Deals may still stand in a stage that was removed; a stage that was never there has none.
  if (found.items.length === 0)
    await decideBy(workspaceId, pipelineId, (pipeline) => stageOf(pipeline, stageId, '?/stageId'));
  return found;
});

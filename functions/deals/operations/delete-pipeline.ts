import type { Context } from '../../../shared/core/actor.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { stagesWithDeals } from '../../../shared/deals/board-store.ts';
import { pipelineStore } from '../../../shared/deals/deal-store.ts';
import { deletePipeline, type Pipeline } from '../../../shared/deals/pipeline.ts';
import { deletePipelineRoute } from '../../../shared/deals/pipeline-routes.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { workspaceStore } from '../../../shared/workspaces/workspace-store.ts';

async function userOf(pipeline: Pipeline, { actor }: Context) {
  const { defaultPipelineId } = await workspaceStore.get(actor.workspaceId, actor.workspaceId);
  if (defaultPipelineId === pipeline.id) return 'workspace';
  return (await stagesWithDeals(pipeline, pipeline.stages)).length > 0 ? 'deals' : undefined;
}

export const deletePipelineOperation = operation(deletePipelineRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const pipeline = await pipelineStore.get(by.actor.workspaceId, params.pipelineId);
    assertMatch(pipeline, match);
    await pipelineStore.save(deletePipeline(pipeline, await userOf(pipeline, by)), by);
    return undefined;
  }),
);

import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { stagesWithDeals } from '../../../shared/deals/board-store.ts';
import { pipelineStore } from '../../../shared/deals/deal-store.ts';
import { patchPipeline, stagesTaken } from '../../../shared/deals/pipeline.ts';
import { patchPipelineRoute } from '../../../shared/deals/pipeline-routes.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const patchPipelineOperation = operation(patchPipelineRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const pipeline = await pipelineStore.get(by.actor.workspaceId, params.pipelineId);
    assertMatch(pipeline, match);
    const inUse = await stagesWithDeals(pipeline, stagesTaken(pipeline, body));
    const change = patchPipeline(pipeline, body, inUse, by);
    if (changesNothing(change)) return pipeline;
    await pipelineStore.save(change, by);
    return change.after;
  }),
);

import { pipelineStore } from '../../../shared/deals/deal-store.ts';
import { createPipeline } from '../../../shared/deals/pipeline.ts';
import { createPipelineRoute } from '../../../shared/deals/pipeline-routes.ts';
import { operation } from '../../../shared/platform/api.ts';

export const createPipelineOperation = operation(createPipelineRoute, async ({ body, ...by }) => {
  const change = createPipeline(body, by);
  await pipelineStore.save(change, by);
  return change.after;
});

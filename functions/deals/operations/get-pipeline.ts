import { pipelineStore } from '../../../shared/deals/deal-store.ts';
import { getPipelineRoute } from '../../../shared/deals/pipeline-routes.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getPipelineOperation = operation(getPipelineRoute, ({ actor, params }) =>
  pipelineStore.get(actor.workspaceId, params.pipelineId),
);

import { pipelinePage } from '../../../shared/deals/deal-store.ts';
import { listPipelinesRoute } from '../../../shared/deals/pipeline-routes.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listPipelinesOperation = operation(listPipelinesRoute, ({ actor, query }) =>
  pipelinePage(actor.workspaceId, query),
);

import { ownerAsked } from '../../../shared/core/may-ask.ts';
import { within } from '../../../shared/core/scope.ts';
import { boardOf } from '../../../shared/deals/board.ts';
import { readBoard } from '../../../shared/deals/board-store.ts';
import { getBoardRoute } from '../../../shared/deals/deal-list-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

export const getBoardOperation = operation(getBoardRoute, async ({ actor, query, now }) => {
  const { workspaceId } = actor;
  const pipelineId = query.pipelineId ?? (await workspaceOf(workspaceId)).defaultPipelineId;
  const { ownerId } = query;
  const whose = { pipelineId, owner: ownerAsked(actor, ownerId) };
  const { pipeline, columns, figures } = await readBoard(within(actor), whose, now);
  return boardOf(pipeline, columns, figures, ownerId);
});

import { assertMaySet, ownerOfNew } from '../../../shared/core/may-write.ts';
import { within } from '../../../shared/core/scope.ts';
import { createDeal } from '../../../shared/deals/deal.ts';
import { createDealRoute } from '../../../shared/deals/deal-routes.ts';
import { dealStore, decideBy, peopleMustExist } from '../../../shared/deals/deal-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

export const createDealOperation = operation(createDealRoute, async ({ body, ...by }) => {
  const { workspaceId } = by.actor;
  const { currency, defaultPipelineId } = await workspaceOf(workspaceId);
  const ownerId = ownerOfNew(by.actor, 'deal', body.ownerId);
  assertMaySet(by.actor, 'deal', 'create', ownerId, body);
  const change = await decideBy(workspaceId, body.pipelineId ?? defaultPipelineId, (pipeline) =>
    createDeal({ ...body, ownerId }, { pipeline, currency }, by),
  );
  await dealStore.save(change, by, peopleMustExist(within(by.actor), body));
  return change.after;
});

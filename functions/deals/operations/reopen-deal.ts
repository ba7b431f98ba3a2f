import { assertMatch } from '../../../shared/core/match.ts';
import { assertMaySet } from '../../../shared/core/may-write.ts';
import { within } from '../../../shared/core/scope.ts';
import { reopenDealRoute } from '../../../shared/deals/deal-routes.ts';
import { dealStore, decideBy } from '../../../shared/deals/deal-store.ts';
import { assertMayMove } from '../../../shared/deals/may-move.ts';
import { reopenDeal } from '../../../shared/deals/move-deal.ts';
import { operation } from '../../../shared/platform/api.ts';

export const reopenDealOperation = operation(reopenDealRoute, async ({ params, body, match, ...by }) => {
  const { workspaceId } = by.actor;
  const deal = await dealStore.get(within(by.actor, 'edit'), params.dealId);
  assertMaySet(by.actor, 'deal', 'edit', deal.ownerId, body);
  assertMatch(deal, match);
  const change = await decideBy(workspaceId, deal.pipelineId, (pipeline) =>
    reopenDeal(deal, body.stageId, pipeline, by),
  );
  assertMayMove(by.actor, deal, change.after);
  await dealStore.save(change, by);
  return change.after;
});

import { assertMatch } from '../../../shared/core/match.ts';
import { assertMaySet } from '../../../shared/core/may-write.ts';
import { within } from '../../../shared/core/scope.ts';
import { moveDealRoute } from '../../../shared/deals/deal-routes.ts';
import { dealStore, decideBy } from '../../../shared/deals/deal-store.ts';
import { assertMayMove } from '../../../shared/deals/may-move.ts';
import { moveDeal } from '../../../shared/deals/move-deal.ts';
import { operation } from '../../../shared/platform/api.ts';

/** Two requests: one read, one conditional write. Who loses a race is told so, for the deal is not where they saw it. */
export const moveDealOperation = operation(moveDealRoute, async ({ params, body, match, ...by }) => {
  const { workspaceId } = by.actor;
  const deal = await dealStore.get(within(by.actor, 'edit'), params.dealId);
  assertMaySet(by.actor, 'deal', 'edit', deal.ownerId, body);
  assertMatch(deal, match);
  const change = await decideBy(workspaceId, body.pipelineId ?? deal.pipelineId, (pipeline) =>
    moveDeal(deal, body, pipeline, by),
  );
  if (!change) return deal;
  assertMayMove(by.actor, deal, change.after);
  await dealStore.save(change, by);
  return change.after;
});

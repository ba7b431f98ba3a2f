import { assertMatch } from '../../../shared/core/match.ts';
import { assertMaySet } from '../../../shared/core/may-write.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { within } from '../../../shared/core/scope.ts';
import { patchDeal } from '../../../shared/deals/deal.ts';
import { patchDealRoute } from '../../../shared/deals/deal-routes.ts';
import { dealStore, decideBy, peopleMustExist } from '../../../shared/deals/deal-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const patchDealOperation = operation(patchDealRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const { workspaceId } = by.actor;
    const deal = await dealStore.get(within(by.actor, 'edit'), params.dealId);
    assertMaySet(by.actor, 'deal', 'edit', deal.ownerId, body);
    assertMatch(deal, match);
    const change = await decideBy(workspaceId, deal.pipelineId, (pipeline) =>
      patchDeal(deal, body, pipeline, by),
    );
    if (changesNothing(change)) return deal;
    await dealStore.save(change, by, peopleMustExist(within(by.actor), body));
    return change.after;
  }),
);

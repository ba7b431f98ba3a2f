import { within } from '../../../shared/core/scope.ts';
import { listDealTimelineRoute } from '../../../shared/deals/deal-list-routes.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { timelinePage } from '../../../shared/platform/collection.ts';
import { assertSeen } from '../../../shared/platform/owned-store.ts';

export const listDealTimelineOperation = operation(
  listDealTimelineRoute,
  async ({ actor, params, query }) => {
    const scope = within(actor);
    await assertSeen(scope, 'deal', params.dealId);
    const page = await timelinePage('deal', scope, params.dealId, query);
    // Every deal has at least the change that made it: only an empty page can be of one that is not there.
    if (page.items.length === 0) await dealStore.get(scope, params.dealId);
    return page;
  },
);

import { within } from '../../../shared/core/scope.ts';
import { listDealTimelineRoute } from '../../../shared/deals/deal-list-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { timelinePage } from '../../../shared/platform/collection.ts';
import { assertSeen } from '../../../shared/platform/owned-store.ts';

export const listDealTimelineOperation = operation(
  listDealTimelineRoute,
  async ({ actor, params, query }) => {
    const scope = within(actor);
    await assertSeen(scope, 'deal', params.dealId, { goesOn: query.cursor !== undefined });
    return timelinePage('deal', scope, [params.dealId], query);
  },
);

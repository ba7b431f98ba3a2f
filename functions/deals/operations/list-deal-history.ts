import { listDealHistoryRoute } from '../../../shared/audit/history-routes.ts';
import { historyPage } from '../../../shared/audit/history-store.ts';
import { within } from '../../../shared/core/scope.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import { operation } from '../../../shared/platform/api.ts';

/** HISTORY-1. */
export const listDealHistoryOperation = operation(listDealHistoryRoute, async ({ actor, params, query }) => {
  await dealStore.get(within(actor), params.dealId);
  return historyPage(actor, params.dealId, query);
});

import { activityStore } from '../../../shared/activities/activity-store.ts';
import { listActivityHistoryRoute } from '../../../shared/audit/history-routes.ts';
import { historyPage } from '../../../shared/audit/history-store.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';

/** HISTORY-1. */
export const listActivityHistoryOperation = operation(
  listActivityHistoryRoute,
  async ({ actor, params, query }) => {
    await activityStore.get(within(actor), params.activityId);
    return historyPage(actor, params.activityId, query);
  },
);

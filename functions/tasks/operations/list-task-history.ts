import { listTaskHistoryRoute } from '../../../shared/audit/history-routes.ts';
import { historyPage } from '../../../shared/audit/history-store.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { taskStore } from '../../../shared/tasks/task-store.ts';

/** HISTORY-1. */
export const listTaskHistoryOperation = operation(listTaskHistoryRoute, async ({ actor, params, query }) => {
  await taskStore.get(within(actor), params.taskId);
  return historyPage(actor, params.taskId, query);
});

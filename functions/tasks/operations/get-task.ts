import { readAsOf } from '../../../shared/audit/as-of-store.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { getTaskRoute } from '../../../shared/tasks/task-routes.ts';
import { taskStore } from '../../../shared/tasks/task-store.ts';

export const getTaskOperation = operation(getTaskRoute, async ({ actor, params, query }) => {
  const scope = within(actor);
  if (query.asOf) return readAsOf(taskStore, scope, params.taskId, query.asOf);
  return taskStore.get(scope, params.taskId);
});

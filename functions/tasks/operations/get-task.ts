import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { getTaskRoute } from '../../../shared/tasks/task-routes.ts';
import { taskStore } from '../../../shared/tasks/task-store.ts';

export const getTaskOperation = operation(getTaskRoute, ({ actor, params }) =>
  taskStore.get(within(actor), params.taskId),
);

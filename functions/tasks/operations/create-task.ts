import { operation } from '../../../shared/platform/api.ts';
import { createTask } from '../../../shared/tasks/task.ts';
import { createTaskRoute } from '../../../shared/tasks/task-routes.ts';
import { referencesMustExist, taskStore } from '../../../shared/tasks/task-store.ts';

export const createTaskOperation = operation(createTaskRoute, async ({ body, ...by }) => {
  const change = createTask(body, by);
  await taskStore.save(change, by, referencesMustExist(by.actor.workspaceId, body));
  return change.after;
});

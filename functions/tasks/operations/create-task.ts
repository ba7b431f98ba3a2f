import { assertMaySet, ownerOfNew } from '../../../shared/core/may-write.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { createTask } from '../../../shared/tasks/task.ts';
import { createTaskRoute } from '../../../shared/tasks/task-routes.ts';
import { referencesMustExist, taskStore } from '../../../shared/tasks/task-store.ts';

export const createTaskOperation = operation(createTaskRoute, async ({ body, ...by }) => {
  const ownerId = ownerOfNew(by.actor, 'task', body.ownerId);
  assertMaySet(by.actor, 'task', 'create', ownerId, body);
  const change = createTask({ ...body, ownerId }, by);
  await taskStore.save(change, by, referencesMustExist(within(by.actor), body));
  return change.after;
});

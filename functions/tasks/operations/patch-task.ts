import { assertMatch } from '../../../shared/core/match.ts';
import { assertMaySet } from '../../../shared/core/may-write.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { within } from '../../../shared/core/scope.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { patchTask } from '../../../shared/tasks/task.ts';
import { patchTaskRoute } from '../../../shared/tasks/task-routes.ts';
import { referencesMustExist, taskStore } from '../../../shared/tasks/task-store.ts';

export const patchTaskOperation = operation(patchTaskRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const task = await taskStore.get(within(by.actor, 'edit'), params.taskId);
    assertMaySet(by.actor, 'task', 'edit', task.ownerId, body);
    assertMatch(task, match);
    const change = patchTask(task, body, by);
    if (changesNothing(change)) return task;
    await taskStore.save(change, by, referencesMustExist(within(by.actor), body));
    return change.after;
  }),
);

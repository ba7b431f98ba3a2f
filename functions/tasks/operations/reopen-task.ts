import { assertMatch } from '../../../shared/core/match.ts';
import { assertMaySet } from '../../../shared/core/may-write.ts';
import { within } from '../../../shared/core/scope.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { reopenTask } from '../../../shared/tasks/task.ts';
import { reopenTaskRoute } from '../../../shared/tasks/task-routes.ts';
import { taskStore } from '../../../shared/tasks/task-store.ts';

export const reopenTaskOperation = operation(reopenTaskRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const task = await taskStore.get(within(by.actor, 'edit'), params.taskId);
    const change = reopenTask(task, by);
    if (!change) return task;
    assertMaySet(by.actor, 'task', 'edit', task.ownerId, { status: change.after.status });
    assertMatch(task, match);
    await taskStore.save(change, by);
    return change.after;
  }),
);

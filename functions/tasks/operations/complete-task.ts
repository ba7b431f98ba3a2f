import type { Context } from '../../../shared/core/actor.ts';
import { localDate } from '../../../shared/core/local-day.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import type { Change } from '../../../shared/core/record.ts';
import { within } from '../../../shared/core/scope.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { writesOf } from '../../../shared/platform/record-store.ts';
import { recurrences } from '../../../shared/tasks/recurrence.ts';
import { completeTask, nextOfSeries, type Task } from '../../../shared/tasks/task.ts';
import { completeTaskRoute } from '../../../shared/tasks/task-routes.ts';
import { taskStore } from '../../../shared/tasks/task-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

/** The next of its series, which is made with what is done, or not at all. */
async function following(done: Task, by: Context): Promise<Change<Task> | undefined> {
  if (!done.repeats) return undefined;
  const { timeZone } = await workspaceOf(done.workspaceId);
  return nextOfSeries(done, localDate(by.now, timeZone), await recurrences(), by);
}

export const completeTaskOperation = operation(completeTaskRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const task = await taskStore.get(within(by.actor, 'edit'), params.taskId);
    const change = completeTask(task, by);
    if (!change) return task;
    assertMatch(task, match);
    const next = await following(task, by);
    await taskStore.save(change, by, next ? writesOf(next, by) : []);
    return change.after;
  }),
);

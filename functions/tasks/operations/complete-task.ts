import type { Context } from '../../../shared/core/actor.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { assertMaySet } from '../../../shared/core/may-write.ts';
import type { Kept } from '../../../shared/core/record.ts';
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
async function following(done: Task, by: Context): Promise<Kept<Task> | undefined> {
  if (!done.repeats) return undefined;
  const { timeZone } = await workspaceOf(done.workspaceId);
  return nextOfSeries(done, timeZone, await recurrences(), by);
}

export const completeTaskOperation = operation(completeTaskRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const task = await taskStore.get(within(by.actor, 'edit'), params.taskId);
    const change = completeTask(task, by);
    if (!change) return task;
    assertMaySet(by.actor, 'task', 'edit', task.ownerId, { status: change.after.status });
    assertMatch(task, match);
    const next = await following(task, by);
    const after = next ? { ...change.after, followedBy: next.after.id } : change.after;
    await taskStore.save({ ...change, after }, by, next ? writesOf(next, by) : []);
    return after;
  }),
);

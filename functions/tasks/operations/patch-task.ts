import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { patchTask } from '../../../shared/tasks/task.ts';
import { patchTaskRoute } from '../../../shared/tasks/task-routes.ts';
import { referencesMustExist, taskStore } from '../../../shared/tasks/task-store.ts';

export const patchTaskOperation = operation(patchTaskRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const { workspaceId } = by.actor;
    const task = await taskStore.get(workspaceId, params.taskId);
    assertMatch(task, match);
    const change = patchTask(task, body, by);
    if (changesNothing(change)) return task;
    await taskStore.save(change, by, referencesMustExist(workspaceId, body));
    return change.after;
  }),
);

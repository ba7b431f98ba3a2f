import { systemContext } from '../../../shared/core/actor.ts';
import type { DueEntry } from '../../../shared/core/due.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { whole } from '../../../shared/core/scope.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';
import { remind } from '../../../shared/tasks/task.ts';
import { taskStore } from '../../../shared/tasks/task-store.ts';

/** A task of which somebody is to be told. That it was told stands in the task, with the event, so that it is told once. */
export async function taskReminderDue({ workspaceId, id }: DueEntry, now: string): Promise<void> {
  const task = await taskStore.find(whole(workspaceId), id);
  const change = task && remind(task, now);
  if (!change) return queueLooks([{ keys: [taskStore.keyOf(workspaceId, id)] }]);
  try {
    await taskStore.save(change, systemContext(workspaceId, 'schedule', 'task_reminder', now));
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'version_conflict')) throw error; // the next sweep looks again
  }
}

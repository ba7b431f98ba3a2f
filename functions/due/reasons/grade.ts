import { turnAfter } from '../../../shared/checks/grade.ts';
import { gradedWrite, readGraded, takeGrade } from '../../../shared/checks/grade-store.ts';
import { gradeDueAt } from '../../../shared/checks/graded.ts';
import { systemContext } from '../../../shared/core/actor.ts';
import type { DueEntry } from '../../../shared/core/due.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';
import { workspaceStore } from '../../../shared/workspaces/workspace-store.ts';

/**
 * The turn of a month: the workspace is graded, and the next turn noted, in one transaction; of any number of sweeps one does
 * it, and has it learned who has left by then. An entry that is not due any more is given to the projector, which moves it.
 */
export async function gradeDue({ workspaceId }: DueEntry, now: string): Promise<void> {
  const [workspace, graded] = await Promise.all([
    workspaceStore.find(workspaceId, workspaceId),
    readGraded(workspaceId),
  ]);
  const due = workspace && gradeDueAt(workspace, graded);
  if (!due || due > now) return queueLooks([{ keys: [workspaceStore.keyOf(workspaceId, workspaceId)] }]);
  const next = gradedWrite(workspaceId, graded, turnAfter(due, now, workspace.timeZone));
  try {
    await takeGrade(systemContext(workspaceId, 'schedule', 'grade', now), 'schedule', { also: [next] });
  } catch (error) {
    if (error instanceof AppError && error.code === 'version_conflict') return; // another sweep was first
    throw error;
  }
  await queueLooks([{ risks: { workspaceId, thenLearn: true } }]); // once a month: a kill just here leaves it to the next
}

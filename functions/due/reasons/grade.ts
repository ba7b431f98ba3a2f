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
 * it. Who has left by then is learned from, as often as it is asked. An entry that is not due any more is given to the projector, which moves it.
 */
export async function gradeDue({ workspaceId }: DueEntry, now: string): Promise<void> {
  const [workspace, graded] = await Promise.all([
    workspaceStore.find(workspaceId, workspaceId),
    readGraded(workspaceId),
  ]);
  const due = workspace && gradeDueAt(workspace, graded);
  if (!due || due > now) return queueLooks([{ keys: [workspaceStore.keyOf(workspaceId, workspaceId)] }]);
  const next = gradedWrite(workspaceId, graded, turnAfter(due, now, workspace.timeZone));
  await queueLooks([{ risks: { workspaceId, thenLearn: true } }]);
  try {
    await takeGrade(systemContext(workspaceId, 'schedule', 'grade', now), 'schedule', { also: [next] });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'version_conflict')) throw error; // another sweep was first
  }
}

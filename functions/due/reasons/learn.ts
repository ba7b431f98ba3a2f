import type { DueEntry } from '../../../shared/core/due.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';
import { nextLook } from '../../../shared/scoring/learning.ts';
import { noteLearning, readLearning } from '../../../shared/scoring/learning-store.ts';
import { readScoringModels } from '../../../shared/scoring/scoring-store.ts';
import { workspaceStore } from '../../../shared/workspaces/workspace-store.ts';

/**
 * A day has passed: where outcomes became others since the workspace last learned, it is asked to learn anew; where none did,
 * nobody looks until one does. Of any number of sweeps one does it. An entry that is not due any more is given to the projector,
 * which moves it.
 */
export async function learnDue({ workspaceId }: DueEntry, now: string): Promise<void> {
  const [learning, [lead]] = await Promise.all([
    readLearning(workspaceId),
    readScoringModels(workspaceId, ['lead']),
  ]);
  const { nextAt } = learning;
  if (!nextAt || nextAt > now)
    return queueLooks([{ keys: [workspaceStore.keyOf(workspaceId, workspaceId)] }]);
  const next = nextLook(now, learning.changedAt, lead?.card.learnedAt);
  try {
    await noteLearning(workspaceId, learning, next);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'version_conflict')) throw error; // another sweep was first
  }
}

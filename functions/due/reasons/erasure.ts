import { systemContext } from '../../../shared/core/actor.ts';
import type { DueEntry } from '../../../shared/core/due.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';
import { erasureDueAt, wakeErasure } from '../../../shared/privacy/erasure.ts';
import { erasureStore } from '../../../shared/privacy/erasure-store.ts';

/** An erasure of which nothing was heard for too long, or whose day of grace for latecomers is over: it is called again. */
export async function erasureDue({ workspaceId, id }: DueEntry, now: string): Promise<void> {
  const erasure = await erasureStore.find(workspaceId, id);
  const due = erasure && erasureDueAt(erasure);
  if (!erasure || due === undefined || due > now)
    return queueLooks([{ keys: [erasureStore.keyOf(workspaceId, id)] }]);
  try {
    await erasureStore.save(
      wakeErasure(erasure, now),
      systemContext(workspaceId, 'schedule', 'erasure', now),
    );
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'version_conflict')) throw error; // it woke by itself
  }
}

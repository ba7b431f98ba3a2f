import { systemContext } from '../../../shared/core/actor.ts';
import type { DueEntry } from '../../../shared/core/due.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';
import { exportDueAt, wakeExport } from '../../../shared/privacy/export.ts';
import { exportStore } from '../../../shared/privacy/export-store.ts';

/** An archive that was asked for and never came: it is asked for again, and in the end it has failed. */
export async function exportDue({ workspaceId, id }: DueEntry, now: string): Promise<void> {
  const one = await exportStore.find(workspaceId, id);
  const due = one && exportDueAt(one);
  if (!one || due === undefined || due > now)
    return queueLooks([{ keys: [exportStore.keyOf(workspaceId, id)] }]);
  try {
    await exportStore.save(wakeExport(one, now), systemContext(workspaceId, 'schedule', 'export', now));
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'version_conflict')) throw error; // it came after all
  }
}

import { systemContext } from '../../../shared/core/actor.ts';
import type { DueEntry } from '../../../shared/core/due.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { dataExportDueAt, deleteDataExport, wakeDataExport } from '../../../shared/exports/data-export.ts';
import { dataExportStore } from '../../../shared/exports/data-export-store.ts';
import { woken } from './woken.ts';

const reason = 'data_export';
const wake = woken({ reason, store: dataExportStore, dueAt: dataExportDueAt, wake: wakeDataExport });

/** An export that nothing was heard of is asked for again; one that is over goes when its file does (the bucket's lifecycle). */
export async function dataExportDue(entry: DueEntry, now: string): Promise<void> {
  const one = await dataExportStore.find(entry.workspaceId, entry.id);
  if (!one || one.status === 'running' || dataExportDueAt(one) > now) return wake(entry, now);
  const by = systemContext(entry.workspaceId, 'schedule', reason, now);
  try {
    await dataExportStore.save(deleteDataExport(one), by);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'version_conflict')) throw error;
  }
}

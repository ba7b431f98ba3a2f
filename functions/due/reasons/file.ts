import { systemContext } from '../../../shared/core/actor.ts';
import type { DueEntry } from '../../../shared/core/due.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { type File, versionKey } from '../../../shared/files/file.ts';
import { uploadDueAt, withoutLate } from '../../../shared/files/file-decisions.ts';
import { fileGoesAt } from '../../../shared/files/file-projection.ts';
import { fileStore } from '../../../shared/files/file-store.ts';
import { deleteFile } from '../../../shared/files/record-files-store.ts';
import { env } from '../../../shared/platform/env.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';
import { inspect } from '../../files/inspecting/inspect.ts';

/** Looks at what may have come for the versions that are waited for: a notice of S3's can be lost. */
async function lookForUploads(file: File, now: string): Promise<void> {
  for (const { status, number } of file.versions)
    if (status === 'uploading') await inspect(env('FILES_BUCKET'), versionKey(file, number), now);
}

async function giveUpUploads(workspaceId: string, id: string, now: string): Promise<void> {
  const file = await fileStore.find(workspaceId, id);
  const left = file && withoutLate(file, now);
  const by = systemContext(workspaceId, 'schedule', 'file', now);
  if (file && left === 'gone') await deleteFile(file, by);
  else if (left && left !== 'gone') await fileStore.save(left, by);
}

/** A deleted file whose 30 days are over goes for good; an upload that has not come for 24 hours is waited for no longer. */
export async function fileDue({ workspaceId, id }: DueEntry, now: string): Promise<void> {
  const file = await fileStore.find(workspaceId, id);
  const due = file && (file.deletedAt ? fileGoesAt(file.deletedAt) : uploadDueAt(file));
  if (!file || due === undefined || due > now)
    return queueLooks([{ keys: [fileStore.keyOf(workspaceId, id)] }]);
  try {
    if (file.deletedAt) {
      await deleteFile(file, systemContext(workspaceId, 'schedule', 'file', now));
      return;
    }
    await lookForUploads(file, now);
    await giveUpUploads(workspaceId, id, now);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'version_conflict')) throw error; // it came after all
  }
}

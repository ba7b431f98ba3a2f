import type { Context } from '../core/actor.ts';
import type { Item } from '../core/projection.ts';
import { changeItemType, recordKey } from '../core/record.ts';
import { retryLostRace } from '../platform/again.ts';
import { commit } from '../platform/commit.ts';
import { env } from '../platform/env.ts';
import { writesOf } from '../platform/record-store.ts';
import { remove } from '../privacy/forget.ts';
import { deleteItems, partition } from '../privacy/items-store.ts';
import { purgeObjects } from '../privacy/objects-store.ts';
import { type File, filePrefix, fileRecord } from './file.ts';
import { recordFilesPk } from './file-projection.ts';
import { fileStore } from './file-store.ts';

/** FILE-2: every file of a record, those that are deleted and not yet gone too; a Query a hundred and a GetItem each. */
export async function* filesOf(workspaceId: string, recordId: string): AsyncGenerator<File> {
  const pk = recordFilesPk(workspaceId, recordId);
  for (const list of [pk, `${pk}#DELETED`])
    for await (const { id } of partition({ pk: list })) {
      const file = await fileStore.find(workspaceId, String(id));
      if (file) yield file;
    }
}

/** What a file's changes remember, and the answers that were kept with them. */
async function forgetChanges({ workspaceId, id }: File): Promise<void> {
  const { pk } = recordKey(workspaceId, 'file', id);
  const changes: Item[] = [];
  for await (const item of partition({ pk, from: '#', to: '$' }))
    if (item.type === changeItemType) changes.push(item);
  const answers = changes.flatMap(({ once }) => (typeof once === 'string' ? [{ pk: once, sk: 'ONCE' }] : []));
  await deleteItems(answers);
  await deleteItems(changes);
}

/**
 * Deletes a file for good: its bytes first, so that a kill leaves a record that names what is left, then what its changes
 * remember, then itself. Needs the grant `files-bucket:erase`. May be repeated. Answers how many objects went.
 */
export async function deleteFile(file: File, by: Context): Promise<number> {
  const { workspaceId, id } = file;
  const objects = await purgeObjects(env('FILES_BUCKET'), filePrefix(file));
  await retryLostRace(async () => {
    const found = await fileStore.find(workspaceId, id);
    await forgetChanges(file);
    if (found) await commit(writesOf(remove(fileRecord, found), by));
  });
  // What an upload brought in the meantime is named by no record any more.
  return objects + (await purgeObjects(env('FILES_BUCKET'), filePrefix(file)));
}

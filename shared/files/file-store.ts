import { AppError, notFound } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { type Item, nameOf } from '../core/projection.ts';
import { isMergeable, recordKey } from '../core/record.ts';
import type { Scope } from '../core/scope.ts';
import { getItems, queryItems } from '../platform/dynamo.ts';
import { type Ids, idsMeant } from '../platform/merged.ts';
import { recordStore } from '../platform/record-store.ts';
import { scopedPage } from '../platform/scoped-page.ts';
import { File, fileRecord, mostFilesOfRecord } from './file.ts';
import { parentIn, parentOfFile } from './file-parent-store.ts';
import { parentKey, parentKindOf } from './file-parents.ts';
import { recordFilesPk } from './file-projection.ts';

export const fileStore = recordStore(fileRecord);

/**
 * FILE-1: by id, two GetItems: the file, and the record that it is of, whose rights are the file's. Throws
 * `file_not_found`, `record_out_of_reach`.
 */
export async function getFile(scope: Scope, id: string): Promise<File> {
  const file = await fileStore.get(scope.workspaceId, id);
  if (file.deletedAt) throw notFound('file', id);
  await parentOfFile(scope, file);
  return file;
}

/** One that is deleted and not yet gone. */
export async function getDeletedFile(scope: Scope, id: string): Promise<File> {
  const file = await fileStore.get(scope.workspaceId, id);
  if (!file.deletedAt) throw notFound('file', id);
  await parentOfFile(scope, file);
  return file;
}

/** The ids whose files are the record's; of a kind that is never merged its own. */
async function parentIds(workspaceId: string, recordId: string): Promise<Ids> {
  const kind = parentKindOf(recordId);
  return kind && isMergeable(kind) ? idsMeant(workspaceId, kind, recordId) : [recordId];
}

/**
 * FILE-2: a record's files, newest first: one Query, and one BatchGet of them and the record (a second one for a page of
 * 100); of a contact or a company MERGE-1, and a Query for each of its ids. Throws `record_not_found`.
 */
export async function recordFilesPage(
  scope: Scope,
  recordId: string,
  page: PageRequest,
): Promise<Page<File>> {
  const { workspaceId } = scope;
  const meant = await parentIds(workspaceId, recordId);
  const [base = '', ...merged] = meant.map((id) => recordFilesPk(workspaceId, id));
  const wanted = { base, partitions: [base], merged, newestFirst: true };
  const { items: ids, cursor } = await scopedPage(wanted, page, 'files', ({ id }) => String(id));
  const keys = ids.map((id) => recordKey(workspaceId, 'file', id));
  const parent = parentKey(workspaceId, meant[0]);
  const found: Map<string, Item> = await getItems([parent, ...keys]);
  if (!parentIn(scope, found.get(nameOf(parent))))
    throw new AppError('not_found', 'record_not_found', `There is no ${parentKindOf(recordId)} ${recordId}.`);
  const files = keys.flatMap((key) => {
    const item = found.get(nameOf(key));
    return item && !item.deletedAt ? [File.parse(item)] : [];
  });
  return { items: files, cursor };
}

/** One Query of keys. The list follows within a second, so that a few more than the limit may be begun at once. */
export async function assertRoomForFile(workspaceId: string, recordId: string): Promise<void> {
  const { items } = await queryItems({ pk: recordFilesPk(workspaceId, recordId), limit: mostFilesOfRecord });
  if (items.length < mostFilesOfRecord) return;
  const detail = `A record has ${mostFilesOfRecord} files at most. Delete some, or add versions to one.`;
  throw new AppError('conflict', 'too_many_files', detail);
}

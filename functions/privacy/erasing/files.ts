import type { Key } from '../../../shared/core/projection.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { type File, fileRecord } from '../../../shared/files/file.ts';
import { recordFilesPk } from '../../../shared/files/file-projection.ts';
import { deleteFile, filesOf } from '../../../shared/files/record-files-store.ts';
import type { Erased } from '../../../shared/privacy/erasure.ts';
import { partition } from '../../../shared/privacy/items-store.ts';
import { relatedIds } from '../../../shared/records/related-store.ts';
import { scrub } from './scrub.ts';
import type { Step, Work } from './work.ts';

const about = {
  contact: ['task', 'ticket', 'order'],
  deal: ['task', 'ticket', 'order', 'promise'],
} as const;
async function* thoseAbout(
  workspaceId: string,
  kind: keyof typeof about,
  id: string,
): AsyncGenerator<string> {
  for (const of of about[kind]) yield* relatedIds(workspaceId, { kind, id }, of);
}

/** Records of which the files tell of the person: theirs, those of their deals, and of what is about either. */
async function* recordsWithFiles({ workspaceId, contactId }: Work): AsyncGenerator<string> {
  yield contactId;
  yield* thoseAbout(workspaceId, 'contact', contactId);
  for await (const id of relatedIds(workspaceId, { kind: 'contact', id: contactId }, 'deal')) {
    yield id;
    yield* thoseAbout(workspaceId, 'deal', id);
  }
}

/**
 * What a company must keep by law, and needs for its claims (GDPR, Art. 17(3)(b) and (e)): it stays with its deal or order,
 * without its name.
 */
const mustBeKept = ({ recordKind, kind, deletedAt }: File) =>
  (recordKind === 'deal' || recordKind === 'order') &&
  !deletedAt &&
  (kind === 'contract' || kind === 'invoice');

/** FILE-2: bytes, names and what was changed of them. */
export const eraseFiles: Step = async function* (work): AsyncGenerator<Erased> {
  const { workspaceId, by } = work;
  for await (const recordId of recordsWithFiles(work)) {
    for await (const file of filesOf(workspaceId, recordId)) {
      if (mustBeKept(file)) {
        yield* scrub(work, fileRecord, file.id, 'files');
        continue;
      }
      const objects = await deleteFile(file, by);
      for (let n = 0; n < objects; n++) yield 'objects';
      yield 'files';
    }
  }
};

/** Every file that a list still names, there or not. */
export async function* listedFiles(work: Work): AsyncGenerator<Key> {
  const { workspaceId } = work;
  for await (const recordId of recordsWithFiles(work)) {
    const pk = recordFilesPk(workspaceId, recordId);
    for (const list of [pk, `${pk}#DELETED`])
      for await (const { id } of partition({ pk: list })) yield recordKey(workspaceId, 'file', String(id));
  }
}

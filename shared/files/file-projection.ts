import { dueEntry } from '../core/due.ts';
import type { Entry, Projection } from '../core/projection.ts';
import { timelineSk } from '../core/record.ts';
import { currentOf, File } from './file.ts';
import { uploadDueAt } from './file-decisions.ts';
import { parentKey } from './file-parents.ts';

/** FILE-2: a record's files, by the moment they were made. */
export const recordFilesPk = (workspaceId: string, recordId: string) =>
  `${parentKey(workspaceId, recordId).pk}#FILES`;

/** Days that a deleted file can be had back. */
const fileTrashDays = 30;
const dayMs = 86_400_000;
export const fileGoesAt = (deletedAt: string) =>
  new Date(Date.parse(deletedAt) + fileTrashDays * dayMs).toISOString();

/** TIMELINE-1: that a file came stands on its record's timeline, at the moment its first good version did. */
function timelineEntries(file: File): Entry[] {
  const { workspaceId, id, recordId, name, kind, versions } = file;
  const first = versions.find(({ status }) => status === 'ready');
  const current = currentOf(file);
  if (!first || !current) return [];
  const at = first.uploadedAt ?? first.startedAt;
  const details = { name, kind, size: current.size, contentType: current.contentType, by: first.by };
  const { pk } = parentKey(workspaceId, recordId);
  return [{ pk, sk: timelineSk(at, id), type: 'file', of: 'file', id, at, file: details }];
}

export const fileProjection: Projection = {
  definition: 1,
  project({ record }) {
    const file = File.parse(record);
    const { workspaceId, id, recordId, createdAt, deletedAt } = file;
    const listPk = recordFilesPk(workspaceId, recordId);
    const due = deletedAt ? fileGoesAt(deletedAt) : uploadDueAt(file);
    return {
      entries: [
        // What is deleted stands apart: whoever purges the record, or erases the person, finds it still.
        { pk: deletedAt ? `${listPk}#DELETED` : listPk, sk: `${createdAt}#${id}`, of: 'file', id },
        ...(deletedAt ? [] : timelineEntries(file)),
        ...(due ? [dueEntry(due, 'file', workspaceId, 'file', id)] : []),
      ],
      counters: {},
    };
  },
};

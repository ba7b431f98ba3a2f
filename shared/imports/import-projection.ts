import { dueEntry } from '../core/due.ts';
import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { Import, importDueAt } from './import.ts';

/** IMPORT-2: a workspace's imports by the moment they were begun. */
export const importListPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#IMPORT`;

export const importProjection: Projection = {
  definition: 1,
  project({ record }) {
    const one = Import.parse(record);
    const { workspaceId, id, createdAt } = one;
    const due = importDueAt(one);
    const entries = [
      { pk: importListPk(workspaceId), sk: `${createdAt}#${id}`, of: 'import', id },
      ...(due ? [dueEntry(due, 'import', workspaceId, 'import', id)] : []),
    ];
    return { entries, counters: {} };
  },
};

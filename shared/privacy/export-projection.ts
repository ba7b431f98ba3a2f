import { dueEntry } from '../core/due.ts';
import type { Projection } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { exportDueAt, PersonExport } from './export.ts';

/** EXPORT-2: the archives that were made of a contact. */
export const contactExportsPk = (workspaceId: string, contactId: string) =>
  `${recordKey(workspaceId, 'contact', contactId).pk}#EXPORTS`;

export const exportProjection: Projection = {
  definition: 1,
  project({ record }) {
    const one = PersonExport.parse(record);
    const { workspaceId, id, contactId, createdAt } = one;
    const due = exportDueAt(one);
    const entries = [
      { pk: contactExportsPk(workspaceId, contactId), sk: `${createdAt}#${id}`, of: 'export', id },
      ...(due ? [dueEntry(due, 'export', workspaceId, 'export', id)] : []),
    ];
    return { entries, counters: {} };
  },
};

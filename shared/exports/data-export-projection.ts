import { dueEntry } from '../core/due.ts';
import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { ownerPk } from '../core/scoped-list.ts';
import { DataExport, dataExportDueAt } from './data-export.ts';

/** DATAEXPORT-2: a workspace's exports of records, and each person's own, by the moment they were asked for. */
export const dataExportsPk = (workspaceId: string, userId?: string) => {
  const base = `${workspacePk(workspaceId)}#LIST#DATAEXPORT`;
  return userId === undefined ? base : ownerPk(base, userId);
};

export const dataExportProjection: Projection = {
  definition: 1,
  project({ record }) {
    const one = DataExport.parse(record);
    const { workspaceId, id, createdAt, requestedBy } = one;
    const pks = [dataExportsPk(workspaceId), dataExportsPk(workspaceId, requestedBy.id)];
    const entries = [
      ...pks.map((pk) => ({ pk, sk: `${createdAt}#${id}`, of: 'dataExport', id })),
      dueEntry(dataExportDueAt(one), 'data_export', workspaceId, 'dataExport', id),
    ];
    return { entries, counters: {} };
  },
};

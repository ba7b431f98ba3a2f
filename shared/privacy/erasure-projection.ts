import { dueEntry } from '../core/due.ts';
import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { Erasure, erasureDueAt } from './erasure.ts';

/** ERASURE-2: a workspace's erasures by the moment they were asked for. */
export const erasureListPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#ERASURE`;

export const erasureProjection: Projection = {
  definition: 1,
  project({ record }) {
    const erasure = Erasure.parse(record);
    const { workspaceId, id, createdAt } = erasure;
    const due = erasureDueAt(erasure);
    const entries = [
      { pk: erasureListPk(workspaceId), sk: `${createdAt}#${id}`, of: 'erasure', id },
      ...(due ? [dueEntry(due, 'erasure', workspaceId, 'erasure', id)] : []),
    ];
    return { entries, counters: {} };
  },
};

import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { Key } from './key.ts';

/** KEY-3: a workspace's keys by the moment they were made. */
export const keyListPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#KEY`;

export const keyProjection: Projection = {
  definition: 1,
  project({ record }) {
    const { workspaceId, id, hash } = Key.parse(record);
    return { entries: [{ pk: keyListPk(workspaceId), sk: id, of: 'key', id, hash }], counters: {} };
  },
};

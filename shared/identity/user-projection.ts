import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { User } from './user.ts';

/** USER-3: a workspace's users by name; not those who are removed. */
export const userListPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#USER`;

export const userProjection: Projection = {
  definition: 1,
  project({ record }) {
    const { workspaceId, id, name, status } = User.parse(record);
    if (status === 'removed') return { entries: [], counters: {} };
    const sk = `${name.toLowerCase()}#${id}`;
    return { entries: [{ pk: userListPk(workspaceId), sk, of: 'user', id }], counters: {} };
  },
};

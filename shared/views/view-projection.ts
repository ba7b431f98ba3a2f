import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { ownerPk } from '../core/scoped-list.ts';
import { View } from './view.ts';

const listPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#VIEW`;
/** VIEW-2: the shared views, or somebody's private ones, by kind and position. */
export const viewsPk = (workspaceId: string, ownerId?: string) =>
  ownerId === undefined ? listPk(workspaceId) : ownerPk(listPk(workspaceId), ownerId);
/** VIEW-3: how many there are of either. */
export const viewCounters = (workspaceId: string, ownerId?: string) => {
  const base = `${workspacePk(workspaceId)}#COUNT#VIEW`;
  return ownerId === undefined ? base : ownerPk(base, ownerId);
};

const decimals = 6;
const positionKey = (position: number) => position.toFixed(decimals).padStart(11 + 1 + decimals, '0');

export const viewProjection: Projection = {
  definition: 1,
  project({ record }) {
    const view = View.parse(record);
    const { workspaceId, id, of, createdAt, ownerId, position, visibility } = view;
    const owner = visibility === 'private' ? ownerId : undefined;
    const sk = `${of}#${positionKey(position)}#${createdAt}#${id}`;
    return {
      entries: [{ pk: viewsPk(workspaceId, owner), sk, of: 'view', id, view }],
      counters: { [viewCounters(workspaceId, owner)]: { count: 1 } },
    };
  },
};

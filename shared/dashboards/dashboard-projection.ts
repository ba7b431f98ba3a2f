import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { ownerPk } from '../core/scoped-list.ts';
import { Dashboard } from './dashboard.ts';

const listPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#DASHBOARD`;
/** DASH-2: the shared ones, or somebody's private ones, by name. */
export const dashboardsPk = (workspaceId: string, ownerId?: string) =>
  ownerId === undefined ? listPk(workspaceId) : ownerPk(listPk(workspaceId), ownerId);
/** DASH-3: how many there are of either. */
export const dashboardCounters = (workspaceId: string, ownerId?: string) => {
  const base = `${workspacePk(workspaceId)}#COUNT#DASHBOARD`;
  return ownerId === undefined ? base : ownerPk(base, ownerId);
};

export const dashboardProjection: Projection = {
  definition: 1,
  project({ record }) {
    const { workspaceId, id, name, ownerId, visibility } = Dashboard.parse(record);
    const owner = visibility === 'private' ? ownerId : undefined;
    const sk = `${name.toLowerCase()}#${id}`;
    return {
      entries: [{ pk: dashboardsPk(workspaceId, owner), sk, of: 'dashboard', id }],
      counters: { [dashboardCounters(workspaceId, owner)]: { count: 1 } },
    };
  },
};

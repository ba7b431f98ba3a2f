import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { caseFolded } from '../core/text.ts';
import { accessEntry } from './access-item.ts';
import { Team } from './team.ts';

/** TEAM-2: a workspace's teams by name. */
export const teamListPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#TEAM`;

export const teamProjection: Projection = {
  definition: 1,
  project({ record }) {
    const { workspaceId, id, name, memberIds, managerIds } = Team.parse(record);
    const listed = { pk: teamListPk(workspaceId), sk: `${caseFolded(name)}#${id}`, of: 'team', id };
    const access = accessEntry(workspaceId, { of: 'team', id, memberIds, managerIds });
    return { entries: [listed, access], counters: {} };
  },
};

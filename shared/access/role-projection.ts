import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { caseFolded } from '../core/text.ts';
import { accessEntry } from './access-item.ts';
import { Role } from './role.ts';

/** ROLE-2: a workspace's own roles by name. */
export const roleListPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#ROLE`;

export const roleProjection: Projection = {
  definition: 1,
  project({ record }) {
    const { workspaceId, id, name, policy } = Role.parse(record);
    const listed = { pk: roleListPk(workspaceId), sk: `${caseFolded(name)}#${id}`, of: 'role', id };
    return { entries: [listed, accessEntry(workspaceId, { of: 'role', id, policy })], counters: {} };
  },
};

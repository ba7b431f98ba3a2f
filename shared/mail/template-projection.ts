import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { Template } from './template.ts';

/** TEMPLATE-2: a workspace's templates by name. */
export const templateListPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#TEMPLATE`;

export const templateProjection: Projection = {
  definition: 1,
  project({ record }) {
    const { workspaceId, id, name } = Template.parse(record);
    const sk = `${name.toLowerCase()}#${id}`;
    return { entries: [{ pk: templateListPk(workspaceId), sk, of: 'template', id }], counters: {} };
  },
};

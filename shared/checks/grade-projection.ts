import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { Grade } from './grade.ts';

/** CHECK-4: a workspace's grades by their moments. */
export const gradesPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#GRADE`;

export const gradeProjection: Projection = {
  definition: 1,
  project({ record }) {
    const { workspaceId, id, createdAt } = Grade.parse(record);
    const entry = { pk: gradesPk(workspaceId), sk: `${createdAt}#${id}`, of: 'grade', id };
    return { entries: [entry], counters: {} };
  },
};

import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { ownerPk, teamPk } from '../core/scoped-list.ts';
import { Target } from './target.ts';

/** TARGET-2: all targets by month; those of a user or of a team have a list of their own besides. */
export const targetsPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#TARGET`;

export const targetProjection: Projection = {
  definition: 1,
  project({ record }) {
    const target = Target.parse(record);
    const { workspaceId, id, month, userId, teamId, pipelineId = '' } = target;
    const base = targetsPk(workspaceId);
    const own = userId ? [ownerPk(base, userId)] : teamId ? [teamPk(base, teamId)] : [];
    const sk = `${month}#${userId ?? teamId ?? ''}#${pipelineId}#${id}`;
    return {
      entries: [base, ...own].map((pk) => ({ pk, sk, of: 'target' as const, id, target })),
      counters: {},
    };
  },
};

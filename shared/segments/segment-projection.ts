import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { Segment } from './segment.ts';
import type { SegmentKind } from './segment-kinds.ts';

/** SEGMENT-2: a workspace's segments by the moment they were made; those of a kind of record have a list of their own. */
export const segmentListPk = (workspaceId: string, of?: SegmentKind) =>
  `${workspacePk(workspaceId)}#LIST#SEGMENT${of ? `#${of.toUpperCase()}` : ''}`;

export const segmentProjection: Projection = {
  definition: 1,
  project({ record }) {
    const { workspaceId, id, of, createdAt } = Segment.parse(record);
    const entry = { sk: `${createdAt}#${id}`, of: 'segment', id };
    return {
      entries: [undefined, of].map((kind) => ({ ...entry, pk: segmentListPk(workspaceId, kind) })),
      counters: {},
    };
  },
};

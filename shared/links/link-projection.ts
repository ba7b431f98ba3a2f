import type { IdKind } from '../core/ids.ts';
import type { Projection } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { Link, linkKindOf } from './link.ts';
import { labelFrom } from './link-labels.ts';

/** LINK-2: a record's links from either end, by the moment they were made. */
export const linksPk = (workspaceId: string, recordId: string) =>
  `${recordKey(workspaceId, (linkKindOf(recordId) ?? 'link') as IdKind, recordId).pk}#LINKS`;

export const linkProjection: Projection = {
  definition: 1,
  project({ record }) {
    const link = Link.parse(record);
    const { workspaceId, id, createdAt, fromId, toId } = link;
    const ends = [
      [fromId, toId],
      [toId, fromId],
    ] as const;
    const entries = ends.map(([end, other]) => ({
      pk: linksPk(workspaceId, end),
      sk: `${createdAt}#${id}`,
      of: 'link',
      id,
      other,
      label: labelFrom(link, end),
    }));
    return { entries, counters: {} };
  },
};

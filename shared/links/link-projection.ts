import type { IdKind } from '../core/ids.ts';
import type { Projection } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { pairPk } from '../duplicates/pair.ts';
import { Link, linkKindOf } from './link.ts';
import { labelFrom, notDuplicate } from './link-labels.ts';

/** LINK-2: a record's links from either end, by the moment they were made. */
export const linksPk = (workspaceId: string, recordId: string) =>
  `${recordKey(workspaceId, (linkKindOf(recordId) ?? 'link') as IdKind, recordId).pk}#LINKS`;

/** A pair of records is looked at where such an entry comes or goes: somebody has said that they are two, or has taken that back. */
export const distinctSk = 'DISTINCT';
const pairSaid = ({ workspaceId, id, fromId, toId, label }: Link) =>
  label === notDuplicate ? [{ pk: `${pairPk(workspaceId, fromId, toId)}#${id}`, sk: distinctSk }] : [];

export const linkProjection: Projection = {
  definition: 2,
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
    return { entries: [...entries, ...pairSaid(link)], counters: {} };
  },
};

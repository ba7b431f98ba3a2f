import type { Facts } from '../conditions/condition.ts';
import { type Item, nameOf, type Projection, type Seen } from '../core/projection.ts';
import { teamBorrowed, teamOf } from '../core/scoped-list.ts';
import { catalogueKey } from './catalogue.ts';
import type { SegmentKind } from './segment-kinds.ts';
import { type Member, segmentPart } from './segment-part.ts';

/**
 * A kind's projection with its places in segments. `factsOf`: what conditions are asked of, where that is more than the record
 * itself. What lies in the trash is in none.
 */
export function segmented(
  kind: SegmentKind,
  projection: Projection,
  factsOf: (seen: Seen) => Facts = ({ record }) => record,
): Projection {
  const keyOf = ({ workspaceId }: Item) => catalogueKey(String(workspaceId), kind);
  const teamIn = ({ record, borrowed }: Seen) => {
    const [team] = teamBorrowed(record as unknown as Member);
    return teamOf(team && borrowed.get(nameOf(team)));
  };
  return {
    ...projection,
    borrows: (record) => [
      ...(projection.borrows?.(record) ?? []),
      ...(record.deletedAt ? [] : [{ ...keyOf(record), lasting: true as const }]),
    ],
    project(seen) {
      const { entries, counters } = projection.project(seen);
      if (seen.record.deletedAt || !seen.borrowed.has(nameOf(keyOf(seen.record))))
        return { entries, counters };
      const around = { ...seen, teamId: teamIn(seen), facts: factsOf(seen) };
      const own = segmentPart(kind, seen.record as unknown as Member, around);
      return { entries: [...entries, ...own.entries], counters: { ...counters, ...own.counters } };
    },
  };
}

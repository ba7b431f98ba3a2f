import { dueEntry } from '../core/due.ts';
import {
  type Counters,
  type Entry,
  type Item,
  nameOf,
  type Projection,
  type Seen,
} from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { type Owned, scopedEntries, scopedPks, teamBorrowed, teamOf } from '../core/scoped-list.ts';
import { aroundIn, checkBorrowed } from './around.ts';
import type { CheckedKind, CheckName } from './checks.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './findings-of.ts';

/** CHECK-1: the records of a kind in which a check found something, by the moment they were made. */
export const findingsPk = (workspaceId: string, kind: CheckedKind, check: CheckName) =>
  `${workspacePk(workspaceId)}#CHECK#${kind.toUpperCase()}#${check.toUpperCase()}`;
/** CHECK-2: how many there are: a measure for each check, and `faulty` for those in which any found something. */
export const checkCounters = (workspaceId: string, kind: CheckedKind) =>
  `${workspacePk(workspaceId)}#COUNT#CHECK#${kind.toUpperCase()}`;

type Checked = { workspaceId: string; id: string; createdAt: string; ownerId?: string };
type Placed = { kind: CheckedKind; record: Checked; owned: Owned };

function entriesOf({ kind, record, owned }: Placed, findings: Finding[]): Entry[] {
  const { workspaceId, id, createdAt } = record;
  const entry = { sk: `${createdAt}#${id}`, of: kind, id };
  return findings.flatMap(({ check }) => scopedEntries(findingsPk(workspaceId, kind, check), owned, entry));
}

function countersOf({ kind, record, owned }: Placed, findings: Finding[]): Counters {
  if (findings.length === 0) return {};
  const measures = { faulty: 1, ...Object.fromEntries(findings.map(({ check }) => [check, 1])) };
  const groups = scopedPks(checkCounters(record.workspaceId, kind), owned);
  return Object.fromEntries(groups.map((group) => [group, measures]));
}

function placed(kind: CheckedKind, { record, borrowed }: Seen): Placed {
  const own = record as unknown as Checked;
  const [team] = teamBorrowed(own);
  const teamId = teamOf(team && borrowed.get(nameOf(team)));
  return { kind, record: own, owned: { ownerId: own.ownerId, teamId } };
}

/** A kind's projection with what the checks find of a record, and a due entry for when time alone changes it. */
export function checked(kind: CheckedKind, projection: Projection): Projection {
  return {
    ...projection,
    borrows(record) {
      const own = projection.borrows?.(record) ?? [];
      if (record.deletedAt) return own;
      const catalogue = checkBorrowed(kind, record);
      return own.some((key) => nameOf(key) === nameOf(catalogue)) ? own : [...own, catalogue];
    },
    project(seen) {
      const { entries, counters } = projection.project(seen);
      const place = placed(kind, seen);
      const { workspaceId, id } = place.record;
      const around = aroundIn(kind, seen.record as Item, seen.borrowed, seen.now);
      const { findings, turnsAt } = findingsOf(kind, seen.record, around);
      return {
        entries: [
          ...entries,
          ...entriesOf(place, findings),
          ...(turnsAt ? [dueEntry(turnsAt, 'check', workspaceId, kind, id)] : []),
        ],
        counters: { ...counters, ...countersOf(place, findings) },
      };
    },
  };
}

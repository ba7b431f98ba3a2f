import { dueEntry } from '../core/due.ts';
import type { GovernedKind } from '../core/policy.ts';
import { type Item, nameOf, type Projected, type Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { type Owned, ownerPk, scopedEntries, teamBorrowed, teamOf } from '../core/scoped-list.ts';
import { trashedRelations } from './references.ts';
import { purgeDueAt } from './trash.ts';

type Trashed = { workspaceId: string; id: string; deletedAt: string; purgeAt?: string } & Owned;

/** TRASH-1: what of a kind lies in the trash, by the moment it was put there. */
export const trashPk = (workspaceId: string, kind: string) =>
  `${workspacePk(workspaceId)}#TRASH#${kind.toUpperCase()}`;

/** Whose a record is, as its kind's `ownerOf` says. */
type OwnerOf = (record: Item) => string | undefined;
const byOwnerId: OwnerOf = ({ ownerId }) => ownerId as string | undefined;

/** MERGE-2: what was merged, of each owner: it is handed over with the rest, and comes back to somebody who is there. */
export const mergedPk = (workspaceId: string, kind: string) =>
  `${workspacePk(workspaceId)}#MERGED#${kind.toUpperCase()}`;

/** What was merged stands nowhere but with what it names, and where its owner's are looked for. */
function merged(record: Item, owner: OwnerOf): Projected {
  const { workspaceId, id } = record as unknown as Trashed;
  const kind = record.sk.toLowerCase();
  const pk = ownerPk(mergedPk(workspaceId, kind), owner(record));
  return {
    entries: [
      { pk, sk: id, of: kind, id },
      ...trashedRelations(kind as GovernedKind, { ...record, workspaceId, id }),
    ],
    counters: {},
  };
}

function inTrash(record: Item, borrowed: Map<string, Item>, owner: OwnerOf): Projected {
  const trashed = { ...(record as unknown as Trashed), ownerId: owner(record) };
  const { workspaceId, id, deletedAt, ownerId } = trashed;
  const kind = record.sk.toLowerCase();
  const [team] = teamBorrowed({ workspaceId, ownerId });
  const teamId = teamOf(team && borrowed.get(nameOf(team)));
  const listed = { sk: `${deletedAt}#${id}`, of: kind, id };
  return {
    entries: [
      ...scopedEntries(trashPk(workspaceId, kind), { ownerId, teamId }, listed),
      ...trashedRelations(kind as GovernedKind, trashed),
      dueEntry(purgeDueAt(trashed), 'purge', workspaceId, kind, id),
    ],
    counters: {},
  };
}

const outOfSight = (record: Item, borrowed: Map<string, Item>, owner: OwnerOf): Projected =>
  record.mergedInto ? merged(record, owner) : inTrash(record, borrowed, owner);

/** A projection of a kind that can be deleted: what lies in the trash stands nowhere else, and is purged when its time is over. */
export const trashable = (projection: Projection, owner: OwnerOf = byOwnerId): Projection => ({
  ...projection,
  borrows: (record) =>
    record.deletedAt
      ? teamBorrowed({ ...(record as unknown as Trashed), ownerId: owner(record) })
      : (projection.borrows?.(record) ?? []),
  project: (seen) =>
    seen.record.deletedAt ? outOfSight(seen.record, seen.borrowed, owner) : projection.project(seen),
});

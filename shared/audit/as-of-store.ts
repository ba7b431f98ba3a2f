import { notFound, recordMerged } from '../core/errors.ts';
import { hasHideable } from '../core/policy.ts';
import type { OwnedKind, RecordBase } from '../core/record.ts';
import { mayRead, type Scope } from '../core/scope.ts';
import { veiled } from '../core/veil.ts';
import { deletedRecord } from './deleted-store.ts';
import { recordAsOf } from './record-as-of-store.ts';

type Reading<T extends RecordBase> = {
  of: OwnedKind<T>;
  /** The record as it is now, where the reader sees it. */
  find: (scope: Scope, id: string) => Promise<T | undefined>;
  /** One that lies in the trash, where the reader would see it. */
  findTrashed: (scope: Scope, id: string) => Promise<T | undefined>;
  /** Whether the reader would see one that is deleted. */
  isSeen?: (scope: Scope, record: T) => Promise<boolean>;
};

/** The record, and the last moment of which it tells, where it is deleted. */
async function lastSeen<T extends RecordBase>(
  { of, find, findTrashed, isSeen }: Reading<T>,
  scope: Scope,
  id: string,
) {
  const current = await find(scope, id);
  if (current && current.id !== id) throw recordMerged(of.kind, id, current.id);
  if (current) return { record: current, deletedAt: undefined };
  const trashed = await findTrashed(scope, id);
  if (trashed && (!isSeen || (await isSeen(scope, trashed))))
    return { record: trashed, deletedAt: trashed.deletedAt };
  const gone = await deletedRecord(of, scope.workspaceId, id);
  const seen =
    gone && (isSeen ? await isSeen(scope, gone.record) : mayRead(scope, of.kind, of.ownerOf(gone.record)));
  if (!seen) throw notFound(of.kind, id);
  return gone;
}

/** What its owner of today does not let the reader see is not shown as of a day on which another had it. */
function byOwnerOfToday<T extends RecordBase>(of: OwnedKind<T>, scope: Scope, now: T, then: T): Partial<T> {
  if (!hasHideable(of.kind)) return then;
  const owned = veiled(scope, of.kind, { ...then, ownerId: of.ownerOf(now) });
  return { ...owned, ownerId: of.ownerOf(then) };
}

/**
 * HISTORY-2: what a reader is shown with `asOf`: the record as it stood, one that is deleted since too. Throws as `recordAsOf`
 * does, and `<kind>_not_found` for a record out of sight.
 */
export async function readAsOf<T extends RecordBase>(
  reading: Reading<T>,
  scope: Scope,
  id: string,
  asOf: string,
): Promise<T & { asOf: string }> {
  const { of } = reading;
  const { record, deletedAt = '~' } = await lastSeen(reading, scope, id);
  if (asOf >= deletedAt) throw notFound(of.kind, id);
  const then = await recordAsOf(of, record, asOf);
  return { ...(byOwnerOfToday(of, scope, record, then) as T), asOf };
}

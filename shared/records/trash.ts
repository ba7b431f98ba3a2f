import type { Context } from '../core/actor.ts';
import {
  type Change,
  isTrashed,
  type Kept,
  nextVersion,
  type RecordBase,
  type RecordKind,
} from '../core/record.ts';

/** How long what was deleted can be had back. */
export const daysInTrash = 30;
const dayMs = 86_400_000;
/** Longer than any request takes: none that restores a record in time meets a purge that has begun. */
const graceMs = 60_000;

type Trashed = { deletedAt: string; purgeAt?: string | undefined };
const afterDays = ({ deletedAt }: Trashed) => Date.parse(deletedAt) + daysInTrash * dayMs;
const iso = (ms: number) => new Date(ms).toISOString();

/** Until when (ISO 8601 UTC) what lies in the trash is seen there and can be restored. */
export const purgeAt = (record: Trashed): string => record.purgeAt ?? iso(afterDays(record));
/** From when on it is purged. Whoever asked for it has written the record, which no restoring outruns. */
export const purgeDueAt = (record: Trashed): string => record.purgeAt ?? iso(afterDays(record) + graceMs);

/** Whether it is to be had back still. */
export const isRestorable = (record: RecordBase, now: string): boolean =>
  isTrashed(record) && now < purgeAt(record);

/** Into the trash. Its unique values are free from then on, and it stands in no list but the trash's. */
export const trash = <T extends RecordBase>(of: RecordKind<T>, before: T, { now }: Context): Kept<T> => ({
  of,
  before,
  after: nextVersion<T>(before, { deletedAt: now } as Partial<T>, now),
  events: [],
});

/** Out of the trash, as it was but for what must be `adapted`. Another may have taken a unique value since: then the write says which. */
export function restore<T extends RecordBase>(
  of: RecordKind<T>,
  before: T,
  { now }: Context,
  adapted: Partial<T> = {},
): Kept<T> {
  const { deletedAt: _, ...kept } = before;
  return { of, before, after: nextVersion<T>(kept as T, adapted, now), events: [] };
}

/** Its time in the trash is over now: nobody sees it any more, and the next sweep purges it. */
export const endTrash = <T extends RecordBase>(of: RecordKind<T>, before: T, { now }: Context): Kept<T> => ({
  of,
  before,
  after: nextVersion<T>(before, { purgeAt: now } as Partial<T>, now),
  events: [],
});

/** Gone for good: the change that stays for a while keeps no value. */
export const purge = <T extends RecordBase>(of: RecordKind<T>, before: T): Change<T> => ({
  of,
  before,
  after: undefined,
  events: [],
  purges: true,
});

import type { Context } from '../core/actor.ts';
import { type Change, type Kept, nextVersion, type RecordBase, type RecordKind } from '../core/record.ts';

/** How long what was deleted can be had back. */
export const daysInTrash = 30;
const dayMs = 86_400_000;

/** When what lies in the trash since a moment (ISO 8601 UTC) is purged. */
export const purgeAt = (deletedAt: string) =>
  new Date(Date.parse(deletedAt) + daysInTrash * dayMs).toISOString();

/** Into the trash. Its unique values are free from then on, and it stands in no list but the trash's. */
export const trash = <T extends RecordBase>(of: RecordKind<T>, before: T, { now }: Context): Kept<T> => ({
  of,
  before,
  after: nextVersion<T>(before, { deletedAt: now } as Partial<T>, now),
  events: [],
});

/** Out of the trash, as it was. Another may have taken a unique value since: then the write says which. */
export function restore<T extends RecordBase>(of: RecordKind<T>, before: T, { now }: Context): Kept<T> {
  const { deletedAt: _, ...kept } = before;
  return { of, before, after: nextVersion<T>(kept as T, {}, now), events: [] };
}

/** Gone for good: the change that stays for a while keeps no value. */
export const purge = <T extends RecordBase>(of: RecordKind<T>, before: T): Change<T> => ({
  of,
  before,
  after: undefined,
  events: [],
  purges: true,
});

import type { Context } from '../core/actor.ts';
import type { Kept, OwnedKind, RecordBase } from '../core/record.ts';
import type { RecordShape } from '../records/record-shape.ts';
import type { Write } from './commit.ts';
import type { ownedStore } from './owned-store.ts';

export type Owned = RecordBase & { ownerId?: string | undefined };
/** A change that is decided, and the writes that must happen with it. */
type Prepared<T extends RecordBase> = { change: Kept<T>; also?: Write[] };

/**
 * A kind of record as the operations that every kind has know it. `New` and `Patch` are what its schemas answer; both
 * functions read what they need, hold references to being there by `also`, and throw `AppError`s. They are asked again
 * where a race was lost, and store nothing.
 */
export type RecordType<
  T extends Owned = Owned,
  New extends object = object,
  Patch extends object = object,
> = {
  of: OwnedKind<T>;
  shape: RecordShape;
  store: Pick<
    ReturnType<typeof ownedStore<T>>,
    'get' | 'getMany' | 'findByUnique' | 'findTrashed' | 'getTrashed' | 'save'
  >;
  /** What a new record's body holds where nothing was said. */
  untouched: object;
  make(given: New, by: Context): Promise<Prepared<T>>;
  edit(record: T, patch: Patch, by: Context): Promise<Prepared<T>>;
  /** The unique value by which `PUT` finds what is there; undefined where the body does not have it. */
  match(by: string, body: Patch, context: Context): Promise<{ name: string; value: string } | undefined>;
  /** What of a record that comes back from the trash cannot be as it was, because what it stood in has changed since. */
  adapted?(record: T, by: Context): Promise<Partial<T>>;
  /** What a body of `PUT` changes of what is there, where that is not the body itself; asked anew where a race was lost. */
  matched?(record: T, body: Patch, by: Context): Promise<Patch>;
};
/** Any kind of record, for what does with each the same. */
export type AnyRecordType = RecordType<never, never, never>;

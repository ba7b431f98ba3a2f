import type { Context } from '../core/actor.ts';
import type { Kept, OwnedKind, RecordBase, UniqueValue } from '../core/record.ts';
import type { Noted } from '../records/noted.ts';
import type { RecordShape } from '../records/record-shape.ts';
import type { Write } from './commit.ts';
import type { ownedStore } from './owned-store.ts';

export type Owned = RecordBase & { ownerId?: string | undefined };
type UniqueKey = Pick<UniqueValue, 'name' | 'value'>;
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
    'of' | 'find' | 'get' | 'getMany' | 'findByUnique' | 'findTrashed' | 'getTrashed' | 'save'
  >;
  /** What a new record's body holds where nothing was said. */
  untouched: object;
  make(given: New, by: Context): Promise<Prepared<T>>;
  edit(record: T, patch: Patch, by: Context): Promise<Prepared<T>>;
  /** The unique value that a key of `shape.matchBy` means as it is written; its external id where nothing is said. */
  unique?(by: string, written: string, context: Pick<Context, 'actor'>): Promise<UniqueKey>;
  /** What a body of `PUT` has of such a key; what stands in the field of that name where nothing is said. */
  written?(by: string, body: Patch): string | undefined;
  /** Records with what lies beside them and is shown as fields of theirs, which is never stored; and the reading of many of them. */
  shown?: {
    besides(workspaceId: string, records: readonly T[]): Promise<T[]>;
    getMany: ReturnType<typeof ownedStore<T>>['getMany'];
  };
  /** Where a record stands in each of its list's further orders (`listEntries`). */
  orders?(record: T): Readonly<Record<string, string>>;
  /** What Rapport notes in its fields, which no taking back of what people wrote takes back. */
  noted?: Noted;
  /** What of a record that comes back from the trash cannot be as it was, because what it stood in has changed since. */
  adapted?(record: T, by: Context): Promise<Partial<T>>;
  /** What a body of `PUT` changes of what is there, where that is not the body itself; asked anew where a race was lost. */
  matched?(record: T, body: Patch, by: Context): Promise<Patch>;
};
type Keyed<T extends Owned> = Pick<RecordType<T, never, never>, 'of' | 'unique'>;
/** The unique value by which a record is found, of what somebody has written. */
export const uniqueOf = async <T extends Owned>(
  { of, unique }: Keyed<T>,
  by: string,
  written: string,
  context: Pick<Context, 'actor'>,
): Promise<UniqueKey> =>
  by === 'externalId' || !unique
    ? { name: `${of.kind}_external_id`, value: written }
    : unique(by, written, context);

/** Any kind of record, for what does with each the same. */
export type AnyRecordType = RecordType<never, never, never>;

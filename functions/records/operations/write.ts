import type { Context } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { assertMaySet, ownerOfNew } from '../../../shared/core/may-write.ts';
import { hasHideable } from '../../../shared/core/policy.ts';
import { changesNothing, type Kept, type RecordBase } from '../../../shared/core/record.ts';
import { within } from '../../../shared/core/scope.ts';
import { withCheckedCustom } from '../../../shared/fields/custom-store.ts';
import { mustBeHere } from '../../../shared/identity/user-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import type { Write } from '../../../shared/platform/commit.ts';
import type { Owned, RecordType } from '../../../shared/platform/record-type.ts';
import type { Match } from '../../../shared/platform/request.ts';
import { restore, trash } from '../../../shared/records/trash.ts';

type Fields = Record<string, unknown>;
type Given = object & { ownerId?: string | null | undefined };
/** Holds a write to the being there of whom a record is given to. */
const ownerIsHere = ({ ownerId }: Given, { actor }: Context): Write[] =>
  ownerId ? [mustBeHere(actor.workspaceId, ownerId, '/ownerId')] : [];

/** What making one comes to: whose it is, what may be set, what it names. Nothing is stored. */
export async function decideOne<T extends Owned, New extends Given, Patch extends object>(
  type: RecordType<T, New, Patch>,
  given: New,
  by: Context,
): Promise<{ change: Kept<T>; also: Write[] }> {
  const { kind } = type.of;
  const ownerId = ownerOfNew(by.actor, kind, given.ownerId ?? undefined);
  if (hasHideable(kind)) assertMaySet(by.actor, kind, 'create', ownerId, given, type.untouched);
  const made = await type.make({ ...given, ...(ownerId && { ownerId }) }, by);
  const { change, also } = await withCheckedCustom(made);
  return { change, also: [...ownerIsHere(given, by), ...also] };
}

/** Makes one record as a request asks for it, in one transaction. */
export const makeOne = <T extends Owned, New extends Given, Patch extends object>(
  type: RecordType<T, New, Patch>,
  given: New,
  by: Context,
): Promise<T> =>
  namingSurvivors(given, async (named) => {
    const { change, also } = await decideOne(type, named, by);
    await type.store.save(change, by, also);
    return change.after;
  });

type Patching<T extends RecordBase, Patch> = {
  match?: Match;
  /** What is written with the change. */
  also?: (change: Kept<T>) => Write[];
  /** What of the patch holds for the record as it is at that moment. */
  adapt?: (record: T) => Promise<Patch>;
};
/** The body with the id of the record that one which it names was merged into; nothing where that is not what went wrong. */
function namingSurvivor<B extends object>(body: B, { more }: AppError): B | undefined {
  const { mergedFrom, mergedInto, errors = [] } = more;
  const field = errors[0]?.pointer.slice(1) ?? '';
  const isNamed = mergedInto !== undefined && (body as Fields)[field] === mergedFrom;
  return isNamed ? { ...body, [field]: mergedInto } : undefined;
}

/** A body that names a record which was merged names the record that it was merged into. */
async function namingSurvivors<B extends object, R>(
  body: B,
  work: (body: B) => Promise<R>,
  first?: AppError,
): Promise<R> {
  try {
    return await work(body);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // What is out of sight behind the id is told of by the id that was given.
    if (first && error.code === 'reference_unknown') throw first;
    const named = namingSurvivor(body, error); // merges make no circle: each step leads to a record that went later
    if (!named) throw error;
    return namingSurvivors(named, work, first ?? error);
  }
}

/** Changes one record. A lost race is decided again; what changes nothing is not written. */
export const changeOne = <T extends Owned, New extends object, Patch extends object>(
  type: RecordType<T, New, Patch>,
  id: string,
  given: Patch,
  by: Context,
  { match, adapt, also: beside = () => [] }: Patching<T, Patch> = {},
): Promise<T> =>
  retryLostRace(async () => {
    const { kind } = type.of;
    const record = await type.store.get(within(by.actor, 'edit'), id);
    const patch = adapt ? await adapt(record) : given;
    if (hasHideable(kind)) assertMaySet(by.actor, kind, 'edit', record.ownerId, patch);
    assertMatch(record, match);
    return namingSurvivors(patch, async (named) => {
      const { change, also } = await withCheckedCustom(await type.edit(record, named, by));
      if (changesNothing(change)) return record;
      const more = [...ownerIsHere(named as Given, by), ...also, ...beside(change)];
      await type.store.save(change, by, more);
      return change.after;
    });
  });

/** Puts one record into the trash. */
export const trashOne = <T extends Owned>(
  type: RecordType<T, never, never>,
  id: string,
  by: Context,
  match?: Match,
): Promise<void> =>
  retryLostRace(async () => {
    const record = await type.store.get(within(by.actor, 'delete'), id);
    assertMatch(record, match);
    await type.store.save(trash(type.of, record, by), by);
  });

/** Has one record back from the trash. Another may hold its unique value: then that is the error. */
export async function restoreOne<T extends Owned>(
  type: RecordType<T, never, never>,
  record: T,
  by: Context,
): Promise<T> {
  const change = restore(type.of, record, by, await type.adapted?.(record, by));
  await type.store.save(change, by);
  return change.after;
}

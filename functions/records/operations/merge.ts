import { answeringWith, type Context } from '../../../shared/core/actor.ts';
import {
  AppError,
  goneAs,
  invalidField,
  notFound,
  recordMerged,
  referenceUnknown,
} from '../../../shared/core/errors.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { fieldForbidden } from '../../../shared/core/may-write.ts';
import { assertPermitted } from '../../../shared/core/permitted.ts';
import { recordPermission } from '../../../shared/core/policy.ts';
import { type MergeableKind, mostMerged } from '../../../shared/core/record.ts';
import { hiddenFields, isHiddenIn, lockedFields } from '../../../shared/core/rights.ts';
import { assertWithin, mayRead, within } from '../../../shared/core/scope.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import type { Write } from '../../../shared/platform/commit.ts';
import { contactErased, recordStore, saveChanges } from '../../../shared/platform/record-store.ts';
import type { RecordType } from '../../../shared/platform/record-type.ts';
import type { Match } from '../../../shared/platform/request.ts';
import { type Cell, differs, joined } from '../../../shared/records/merging/cells.ts';
import { type Merged, mergeInto, takeOut } from '../../../shared/records/merging/merge.ts';
import { type Merging, mergeTooLarge } from '../../../shared/records/merging/merging.ts';

export type Mergeable = Merged & { ownerId?: string | undefined; erasedAt?: string | undefined };
/** A kind of record, and how its records are merged. */
export type MergingType<T extends Mergeable> = {
  type: Pick<RecordType<T, never, never>, 'of'> & { of: { kind: MergeableKind } };
  merging: Merging<T>;
  /** What a merge or its undoing is held to besides: records as they stand afterwards, all at once. */
  holding?: (workspaceId: string, after: readonly T[]) => Promise<Write[]>;
};
export type MergeAsked = { id: string; ids: readonly string[]; values: Readonly<Record<string, string>> };

/** The record that stays, which one may edit. Throws `<kind>_not_found`, `record_merged`, `record_out_of_reach`, `contact_erased`. */
function assertStays<T extends Mergeable>(
  { of }: MergingType<T>['type'],
  id: string,
  record: T | undefined,
  { actor }: Context,
): T {
  if (!record) throw notFound(of.kind, id);
  if (record.deletedAt) throw goneAs(of.kind, id, record.mergedInto);
  assertWithin(within(actor, 'edit'), of.kind, id, record.ownerId);
  if (record.erasedAt) throw contactErased(id);
  return record;
}

/** One that goes, which one may read and delete. Throws `reference_unknown`, `record_merged`, `record_out_of_reach`, `contact_erased`. */
function assertGoes<T extends Mergeable>(
  { of: { kind } }: MergingType<T>['type'],
  { id, pointer }: { id: string; pointer: string },
  record: T | undefined,
  { actor }: Context,
): T {
  if (record?.mergedInto) throw recordMerged(kind, id, record.mergedInto, pointer);
  if (!record || record.deletedAt || !mayRead(within(actor), kind, record.ownerId))
    throw referenceUnknown(pointer, `There is no ${kind} ${id}.`);
  assertWithin(within(actor, 'delete'), kind, id, record.ownerId);
  if (record.erasedAt) throw contactErased(id);
  return record;
}

/**
 * Holds a merge to what one may see and set: nobody chooses a field that is not theirs to set, and what is hidden of one record
 * is not shown as another's. Throws `field_forbidden`.
 */
function assertFieldsAllowed<T extends Mergeable>(
  { of: { kind } }: MergingType<T>['type'],
  [survivor, ...others]: readonly T[],
  values: MergeAsked['values'],
  { actor }: Context,
): void {
  const locked = lockedFields(actor, kind, 'edit', survivor?.ownerId);
  const set = Object.keys(values).filter((name) => isHiddenIn(locked, name));
  if (set.length > 0) throw fieldForbidden(set, (name) => `/values/${name}`);
  const hidden = hiddenFields(actor, kind, survivor?.ownerId);
  const shown = others.flatMap(({ ownerId }) =>
    [...hiddenFields(actor, kind, ownerId)].filter((name) => !isHiddenIn(hidden, name)),
  );
  if (shown.length > 0) throw fieldForbidden([...new Set(shown)], () => '/ids');
}

/** Throws `validation_failed` for a choice of what nobody chooses, or of a record that is none of them. */
function assertChoices(cells: readonly Cell[], records: readonly Mergeable[], values: MergeAsked['values']) {
  for (const [name, id] of Object.entries(values)) {
    const isChoosable = cells.some(({ field, isChoosable: may }) => field === name && may);
    if (!isChoosable)
      throw invalidField(
        `/values/${name}`,
        'not_choosable',
        'None of them has this field, or it joins by a rule.',
      );
    if (!records.some((one) => one.id === id))
      throw invalidField(`/values/${name}`, 'not_among', 'This is none of the records that are merged.');
  }
}

/** Throws `too_many_merged`. */
function assertFew([survivor, ...others]: readonly Mergeable[]): void {
  const going = others.flatMap(({ id, mergedIds = [] }) => [id, ...mergedIds]);
  const all = (survivor?.mergedIds?.length ?? 0) + going.length;
  if (all <= mostMerged) return;
  const detail = `A record has at most ${mostMerged} that were merged into it, with what had been merged into those; these would be ${all}.`;
  throw new AppError('conflict', 'too_many_merged', detail);
}

/** The records of a merge that is allowed, the one that stays first; it alone where all others are merged into it already. */
async function mergeable<T extends Mergeable>(
  { type }: MergingType<T>,
  { id, ids, values }: MergeAsked,
  by: Context,
  match: Match,
): Promise<readonly [T, ...T[]]> {
  const { of } = type;
  const { actor } = by;
  assertPermitted(actor, recordPermission(of.kind, 'delete'));
  if (ids.includes(id))
    throw invalidField('/ids', 'merged_into_itself', 'A record is not merged into itself.');
  const found = await recordStore(of).getMany(actor.workspaceId, [...new Set([id, ...ids])]);
  const byId = new Map(found.map((one) => [one.id, one]));
  const survivor = assertStays(type, id, byId.get(id), by);
  assertMatch(survivor, match);
  const news = [...new Set(ids)].filter((one) => !survivor.mergedIds?.includes(one));
  const others = news.map((one) => {
    const pointer = `/ids/${ids.indexOf(one)}`;
    return assertGoes(type, { id: one, pointer }, byId.get(one), by);
  });
  const records = [survivor, ...others] as const;
  assertFieldsAllowed(type, records, values, by);
  assertFew(records);
  return records;
}

/** The most actions of a transaction, less the kept answer and what a kind holds besides; to take them apart again takes some more. */
const mostWrites = 70;
const mostKeys = 200;
/** Throws `merge_too_large`. */
function assertOneTransaction<T extends Mergeable>(
  { of }: MergingType<T>['type'],
  before: T,
  after: T,
  records: number,
) {
  const taken = of.unique(after).length - of.unique(before).length;
  const isFew = (after.mergedKeys?.length ?? 0) <= mostKeys;
  if (isFew && 2 * records + Math.max(taken, 0) <= mostWrites) return;
  throw mergeTooLarge(
    'They have too many addresses and keys for one transaction. Merge fewer of them at a time.',
  );
}

const withoutKey = (item: unknown) => {
  if (typeof item !== 'object' || item === null || !('key' in item)) return item;
  const { key: _, ...shown } = item;
  return shown;
};
const shownValue = (value: unknown) => (Array.isArray(value) ? value.map(withoutKey) : value);
const isThere = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** What a merge would come to: of every field in which the records differ what each has, and what stays. */
export async function previewMerge<T extends Mergeable>(
  given: MergingType<T>,
  asked: MergeAsked,
  by: Context,
  match: Match,
) {
  const { type, merging, holding } = given;
  const records = await mergeable(given, asked, by, match);
  const cells = joined(merging.joining, records, asked.values);
  assertChoices(cells, records, asked.values);
  const { after, changes } = mergeInto(
    { of: type.of, joining: merging.joining },
    records,
    asked.values,
    by.now,
  );
  merging.assertFits(after);
  assertOneTransaction(type, records[0], after, records.length);
  await holding?.(
    by.actor.workspaceId,
    changes.map((change) => change.after as unknown as T),
  );
  const hidden = records.map(({ ownerId }) => hiddenFields(by.actor, type.of.kind, ownerId));
  const isShown = ({ field }: Cell) =>
    !hidden.some((names) => isHiddenIn(names, field) || isHiddenIn(names, field.split('.')[0] ?? ''));
  return {
    mergedIds: after.mergedIds ?? [],
    fields: cells
      .filter((cell) => differs(cell) && isShown(cell))
      .map((cell) => ({
        field: cell.field,
        values: cell.holders
          .filter(({ value }) => isThere(value))
          .map(({ id, value }) => ({ id, value: shownValue(value) })),
        value: shownValue(cell.value),
        from: [...cell.from],
        isChoosable: cell.isChoosable,
        leftOut: cell.leftOut.map(({ id, value }) => ({ id, value: withoutKey(value) })),
      })),
  };
}

/**
 * Merges records into one: a BatchGet and a transaction. Asked again it answers the record as it is. A lost race is decided
 * again: of two merges at once, and of a merge and an edit, the second sees what the first has done.
 */
export const mergeRecords = <T extends Mergeable>(
  given: MergingType<T>,
  asked: MergeAsked,
  by: Context,
  match: Match,
): Promise<T> =>
  retryLostRace(async () => {
    const { type, merging, holding } = given;
    const records = await mergeable(given, asked, by, match);
    const [survivor, ...others] = records;
    if (others.length === 0) return survivor;
    assertChoices(joined(merging.joining, records), records, asked.values);
    const { after, changes } = mergeInto(
      { of: type.of, joining: merging.joining },
      records,
      asked.values,
      by.now,
    );
    merging.assertFits(after);
    assertOneTransaction(type, survivor, after, records.length);
    const stored = changes.map((change) => change.after as unknown as T);
    const also = (await holding?.(by.actor.workspaceId, stored)) ?? [];
    await saveChanges(changes, by, also);
    return after;
  });

/** Throws `not_merged`: it was not merged into this one, or into one that was; then that one is to be taken out first. */
function assertMerged(survivor: Mergeable, record: Mergeable | undefined, id: string): void {
  if (record?.mergedInto === survivor.id) return;
  const first = survivor.mergedIds?.includes(id) ? record?.mergedInto : undefined;
  const why = first && ` It was merged into ${first}, which was merged into this: take that one out first.`;
  throw new AppError('conflict', 'not_merged', `${id} was not merged into ${survivor.id}.${why ?? ''}`);
}

/** Those that were merged into a record themselves, but for the one that goes. */
const stillThere = <T extends Mergeable>({ id, mergedIds = [] }: T, goes: T, all: readonly T[]): T[] =>
  mergedIds.flatMap((one) =>
    all.filter((two) => two.id === one && two.mergedInto === id && two.id !== goes.id),
  );

/**
 * Takes a record out of the one that it was merged into: a GetItem, a BatchGet of what was merged, and a
 * transaction. Throws `not_merged`, and of the transaction what another has taken since.
 */
export const unmergeRecord = <T extends Mergeable>(
  { type, merging, holding }: MergingType<T>,
  { id, out }: { id: string; out: string },
  by: Context,
  match: Match,
) =>
  retryLostRace(async () => {
    const { of } = type;
    const { actor, now } = by;
    const { workspaceId } = actor;
    const store = recordStore(of);
    assertPermitted(actor, recordPermission(of.kind, 'delete'));
    const survivor = assertStays(type, id, await store.find(workspaceId, id), by);
    assertMatch(survivor, match);
    const all = await store.getMany(workspaceId, [...new Set([...(survivor.mergedIds ?? []), out])]);
    const record = all.find((one) => one.id === out);
    assertMerged(survivor, record, out);
    const one = record as T;
    assertWithin(within(actor, 'delete'), of.kind, out, one.ownerId);
    const still = stillThere(survivor, one, all);
    const { changes, ...apart } = takeOut(
      { of, joining: merging.joining },
      { survivor, record: one, still },
      now,
    );
    const answer = { survivor: apart.survivor, record: apart.record, kept: apart.kept };
    const also = (await holding?.(workspaceId, [apart.survivor, apart.record])) ?? [];
    await saveChanges(
      changes,
      answeringWith(by, () => answer),
      also,
    );
    return answer;
  });

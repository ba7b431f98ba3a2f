import {
  type Change,
  type Kept,
  nextVersion,
  type OwnedKind,
  type RecordBase,
  recordsMerged,
  recordsUnmerged,
  type UniqueValue,
} from '../../core/record.ts';
import { type CustomFields, type CustomKeys, foldedValue } from '../../fields/custom.ts';
import { notedAs } from '../noted.ts';
import { type Cells, fieldOf, fieldsOf, type Joining, joined } from './cells.ts';
import { fieldsWithout, keptFields, type MergedFields } from './own-fields.ts';

export type Merged = RecordBase & {
  mergedKeys?: { name: string; value: string }[] | undefined;
  mergedFields?: MergedFields | undefined;
  custom?: CustomFields | undefined;
  customKeys?: CustomKeys | undefined;
};
type Kind<T extends Merged> = { of: OwnedKind<T>; joining: Joining };

const text = ({ name, value }: Pick<UniqueValue, 'name' | 'value'>) => `${name}\n${value}`;
/** The values of unique custom fields that a record holds, of those that were held by it or by what was merged with it. */
function customKeysOf(kind: string, custom: CustomFields, held: ReadonlySet<string>): CustomKeys | undefined {
  const keys = Object.entries(custom).map(([key, value]) => ({ key, value: foldedValue(value) }));
  const own = keys.filter(({ key, value }) => held.has(text({ name: `${kind}_custom_${key}`, value })));
  return own.length > 0 ? own : undefined;
}

/** A record with what it holds of unique values for itself, and for those that were merged into it. */
function withKeys<T extends Merged>(of: OwnedKind<T>, record: T, held: readonly UniqueValue[]): T {
  const names = new Set(held.map(text));
  const own: T = {
    ...record,
    mergedKeys: undefined,
    customKeys: customKeysOf(of.kind, record.custom ?? {}, names),
  };
  const its = new Set(of.unique(own).map(text));
  const others = new Map(held.map(({ name, value }) => [text({ name, value }), { name, value }]));
  const kept = [...others].flatMap(([name, value]) => (its.has(name) ? [] : [value]));
  return { ...own, ...(kept.length > 0 && { mergedKeys: kept }) };
}

/** All fields that cells are, or are parts of. */
const wholeFields = (joining: Joining, cells: Cells) =>
  fieldsOf(
    joining,
    cells,
    new Set([...joining.parts, ...[...cells.keys()].map((cell) => fieldOf(joining, cell))]),
  );

const as = <T extends Merged>(change: Kept<T>) => change as unknown as Change;

/**
 * Merges records into one: its fields join with theirs, it holds their unique values, and they go out of sight, whole as they
 * are. The first change is that of the record that stays.
 */
export function mergeInto<T extends Merged>(
  { of, joining }: Kind<T>,
  [survivor, ...others]: readonly [T, ...T[]],
  chosen: Readonly<Record<string, string>>,
  now: string,
): { after: T; changes: Change[] } {
  const records = [survivor, ...others];
  const cells = joined(joining, records, chosen);
  const fields = wholeFields(joining, new Map(cells.map(({ field, value }) => [field, value])));
  const mergedFields = keptFields(joining, cells, survivor.mergedFields ?? {}, survivor.id);
  const news = others.flatMap(({ id, mergedIds = [] }) => [id, ...mergedIds]);
  const mergedIds = [...(survivor.mergedIds ?? []), ...news];
  const stays = nextVersion<T>(
    survivor,
    { ...fields, mergedIds, mergedFields } as unknown as Partial<T>,
    now,
  );
  const after = withKeys(
    of,
    stays,
    records.flatMap((record) => of.unique(record)),
  );
  const told = { recordId: after.id, recordVersion: after.version, fields: ['mergedIds'], mergedIds: news };
  const goes = (before: T): Kept<T> => ({
    of,
    before,
    after: nextVersion(before, { deletedAt: now, mergedInto: after.id } as Partial<T>, now),
    events: [],
  });
  return {
    after,
    changes: [
      as({ of, before: survivor, after, events: [recordsMerged(of.kind)(told)] }),
      ...others.map((one) => as(goes(one))),
    ],
  };
}

/** A record with what is noted of its fields' values in another one's. */
function notedLike<T extends Merged>({ noted = {} }: Joining, record: T, other: T): T {
  const [values, known] = [record, other] as unknown as Record<string, unknown>[];
  const fields = Object.keys(noted).map((name) => [
    name,
    notedAs(noted, name, values?.[name], known?.[name]),
  ]);
  return { ...record, ...Object.fromEntries(fields) };
}

type Out<T> = {
  survivor: T;
  /** The one that stands by itself again. */
  record: T;
  /** Those that were merged into the survivor and stay. */
  still: readonly T[];
};

/**
 * Takes a record out of the one that it was merged into: it stands as it was, with all that had been merged into it before,
 * and holds its unique values; the survivor's fields are what they were, but for what was changed since (`kept`). What Rapport
 * has noted while they were one holds for both. The first change is the survivor's.
 */
export function takeOut<T extends Merged>(
  { of, joining }: Kind<T>,
  out: Out<T>,
  now: string,
): { survivor: T; record: T; changes: Change[]; kept: string[] } {
  const { survivor, record } = out;
  const { deletedAt: _, mergedInto: __, ...own } = record;
  const restored = notedLike(joining, nextVersion<T>(own as T, {}, now), survivor);
  const going = [record.id, ...(record.mergedIds ?? [])];
  const mergedIds = (survivor.mergedIds ?? []).filter((id) => !going.includes(id));
  const { cells, known, kept } = fieldsWithout(joining, out, survivor.mergedFields ?? {});
  const rest = {
    ...wholeFields(joining, cells),
    mergedIds: mergedIds.length > 0 ? mergedIds : undefined,
    mergedFields: Object.keys(known).length > 0 ? known : undefined,
  };
  const stays = notedLike(joining, nextVersion<T>(survivor, rest as unknown as Partial<T>, now), survivor);
  const its = new Set(of.unique(restored).map(text));
  const held = of.unique(survivor).filter((value) => !its.has(text(value)));
  const after = withKeys(of, stays, held);
  const told = {
    recordId: after.id,
    recordVersion: after.version,
    fields: ['mergedIds'],
    mergedIds: [record.id],
  };
  return {
    survivor: after,
    record: restored,
    kept,
    changes: [
      as({ of, before: survivor, after, events: [recordsUnmerged(of.kind)(told)] }),
      as({ of, before: record, after: restored, events: [] }),
    ],
  };
}

import { canonical } from '../../core/canonical.ts';
import {
  type Change,
  type FieldChanges,
  type Kept,
  nextVersion,
  type OwnedKind,
  type RecordBase,
  recordsMerged,
  recordsUnmerged,
  type UniqueValue,
} from '../../core/record.ts';
import { type CustomFields, type CustomKeys, foldedValue } from '../../fields/custom.ts';
import { type Cells, cellsOf, fieldOf, fieldsOf, type Joining, join, joined, keyIn } from './cells.ts';

export type Merged = RecordBase & {
  mergedKeys?: { name: string; value: string }[] | undefined;
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
  const cells: Cells = new Map(joined(joining, records, chosen).map(({ field, value }) => [field, value]));
  const fields = fieldsOf(joining, cells, new Set([...cells.keys()].map((cell) => fieldOf(joining, cell))));
  const news = others.flatMap(({ id, mergedIds = [] }) => [id, ...mergedIds]);
  const mergedIds = [...(survivor.mergedIds ?? []), ...news];
  const stays = nextVersion<T>(survivor, { ...fields, mergedIds } as unknown as Partial<T>, now);
  const after = withKeys(
    of,
    stays,
    records.flatMap((record) => of.unique(record)),
  );
  const told = { recordId: after.id, recordVersion: after.version, fields: ['mergedIds'], mergedIds: news };
  const goes = (before: T): Kept<T> => ({
    of,
    before,
    // By the moment of the survivor's change that change is found again.
    after: nextVersion(before, { deletedAt: after.updatedAt, mergedInto: after.id } as Partial<T>, now),
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

/** A record with some of its fields as a change says them. */
const withSide = (record: object, fields: FieldChanges, side: 'before' | 'after'): object => ({
  ...record,
  ...Object.fromEntries(Object.entries(fields).map(([name, change]) => [name, change[side]])),
});

type Sides = { before: Cells; merged: Cells; now: Cells; own: Cells };
/** What a list is without what came by the merge, of what nobody else there has. */
function listWithout(
  joining: Joining,
  name: string,
  { before, merged, now }: Sides,
  still: Cells[],
): unknown[] {
  const key = keyIn(joining.lists[name] ?? { most: 0 });
  const items = (cells: Cells) => (cells.get(name) ?? []) as unknown[];
  const keys = (cells: Cells) => new Set(items(cells).map(key));
  const staying = [before, ...still].map(keys);
  const came = [...keys(merged)].filter((one) => !staying.some((those) => those.has(one)));
  return items(now).filter((item) => !came.includes(key(item)));
}

type Out<T> = {
  survivor: T;
  /** The one that stands by itself again. */
  record: T;
  /** Those that were merged with it or since, and stay. */
  still: readonly T[];
  /** What the merge changed of the survivor; nothing where that is not known any more. */
  changed: FieldChanges;
};

/** The survivor's fields without what came from a record, and those that came from it and were changed since: they stay. */
function fieldsWithout<T extends Merged>(
  joining: Joining,
  { survivor, record, still, changed }: Out<T>,
): { fields: Record<string, unknown>; kept: string[] } {
  const [then, merged] = [withSide(survivor, changed, 'before'), withSide(survivor, changed, 'after')];
  const sides = {
    before: cellsOf(joining, then),
    merged: cellsOf(joining, merged),
    now: cellsOf(joining, survivor),
    own: cellsOf(joining, record),
  };
  const others = still.map((one) => cellsOf(joining, one));
  const next = new Map(sides.now);
  const kept: string[] = [];
  const is = (a: unknown, b: unknown) => canonical(a) === canonical(b);
  for (const name of new Set([...sides.merged.keys(), ...sides.before.keys()])) {
    const value = sides.merged.get(name);
    if (is(value, sides.before.get(name))) continue;
    if (joining.lists[name]) next.set(name, listWithout(joining, name, sides, others));
    else if (!is(value, sides.own.get(name))) continue;
    else if (!is(value, sides.now.get(name))) kept.push(name);
    else {
      const { id, createdAt } = survivor;
      const holders = [
        { id, createdAt, value: sides.before.get(name) },
        ...still.map((one, n) => ({ id: one.id, createdAt: one.createdAt, value: others[n]?.get(name) })),
      ];
      next.set(name, join(joining, name, holders).value);
    }
  }
  const names = Object.keys(changed).filter((name) => name !== 'mergedIds');
  return { fields: fieldsOf(joining, next, names), kept };
}

/**
 * Takes a record out of the one that it was merged into: it stands as it was, with all that had been merged into it before,
 * and holds its unique values; the survivor's fields are what they were, but for what was changed since (`kept`). The first
 * change is the survivor's.
 */
export function takeOut<T extends Merged>(
  { of, joining }: Kind<T>,
  out: Out<T>,
  now: string,
): { survivor: T; record: T; changes: Change[]; kept: string[] } {
  const { survivor, record } = out;
  const { deletedAt: _, mergedInto: __, ...own } = record;
  const restored = nextVersion<T>(own as T, {}, now);
  const going = [record.id, ...(record.mergedIds ?? [])];
  const mergedIds = (survivor.mergedIds ?? []).filter((id) => !going.includes(id));
  const { fields, kept } = fieldsWithout(joining, out);
  const rest = { ...fields, mergedIds: mergedIds.length > 0 ? mergedIds : undefined };
  const stays = nextVersion<T>(survivor, rest as unknown as Partial<T>, now);
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

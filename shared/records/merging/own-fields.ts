import { canonical } from '../../core/canonical.ts';
import type { MergedField } from '../../core/record.ts';
import { notedAs } from '../noted.ts';
import { type Cell, type Cells, cellsOf, fieldsOf, type Joining, join, joined, keyIn } from './cells.ts';

/**
 * What merges have made of a record's fields. A field whose value came from elsewhere has its own kept beside it, so that
 * whoever comes in or is taken out, in whatever order, what is left is made of what each says by itself.
 */
export type MergedFields = Readonly<Record<string, MergedField>>;
type Named = { id: string; createdAt: string };

const is = (a: unknown, b: unknown) => canonical(a) === canonical(b);
/** Whether people have left a field as the merges made it. */
const isUntouched = ({ noted }: Joining, name: string, now: unknown, made: unknown) =>
  is(notedAs(noted, name, now, made), made);
const listed = (value: unknown) => (value ?? []) as unknown[];

/** What a record says of a field by itself: what was written since a merge is its own. */
function ownOf(joining: Joining, name: string, now: unknown, entry: MergedField | undefined): unknown {
  if (!entry) return now;
  if (isUntouched(joining, name, now, entry.made)) return entry.own;
  const rule = joining.lists[name];
  if (!rule) return now;
  const key = keyIn(rule);
  const [own, made] = [new Set(listed(entry.own).map(key)), new Set(listed(entry.made).map(key))];
  return listed(now).filter((item) => own.has(key(item)) || !made.has(key(item)));
}

const withoutGaps = (fields: Record<string, MergedField | undefined>): MergedFields =>
  Object.fromEntries(
    Object.entries(fields).filter((one): one is [string, MergedField] => one[1] !== undefined),
  );

/** What is kept of a field that was joined just now. */
function keptOf(joining: Joining, cell: Cell, known: MergedField | undefined, self: string) {
  const { field, value: made, winner, holders } = cell;
  const now = holders[0]?.value;
  const own = ownOf(joining, field, now, known);
  if (joining.lists[field]) return is(own, made) ? undefined : { own, made };
  if (winner !== undefined && winner !== self) return { own, made, from: winner };
  return known && is(now, known.made) ? known : undefined;
}

/** What is kept of every field once they are joined, the record that stays being the first holder. */
export const keptFields = (
  joining: Joining,
  cells: readonly Cell[],
  known: MergedFields,
  self: string,
): MergedFields =>
  withoutGaps(
    Object.fromEntries(cells.map((cell) => [cell.field, keptOf(joining, cell, known[cell.field], self)])),
  );

/** A list that was changed since without what one alone brought who goes. */
function listWithout(joining: Joining, name: string, now: unknown, keep: { stays: unknown; goes: unknown }) {
  const key = keyIn(joining.lists[name] ?? { most: 0 });
  const [stays, goes] = [new Set(listed(keep.stays).map(key)), new Set(listed(keep.goes).map(key))];
  return listed(now).filter((item) => stays.has(key(item)) || !goes.has(key(item)));
}

type Left = { value: unknown; entry?: MergedField | undefined; isKept?: true };
/** A field as it is now, what is kept of it, what the one that goes says, and what those say who stay (`again`). */
type Parting = { now: unknown; entry: MergedField; goes: unknown; again: Cell; self: string };

/** What is left of a list. */
function listLeft(joining: Joining, { now, entry, goes, again }: Parting): Left {
  const own = again.holders[0]?.value;
  const value = isUntouched(joining, again.field, now, entry.made)
    ? again.value
    : listWithout(joining, again.field, now, { stays: again.value, goes });
  return { value, entry: is(own, value) ? undefined : { own, made: value } };
}

/** What is left of a field of one value that came from the one that goes. */
function valueLeft({ now, entry: { own, made }, again, self }: Parting): Left {
  if (!is(now, made)) return { value: now, isKept: true };
  const { winner: from = self } = again;
  return { value: again.value, entry: from === self ? undefined : { own, made: again.value, from } };
}

function leftOf(joining: Joining, parting: Parting, record: Named): Left {
  const { now, entry, again } = parting;
  if (joining.lists[again.field]) return listLeft(joining, parting);
  if (entry.from === record.id) return valueLeft(parting);
  return { value: now, entry: is(now, entry.made) ? entry : undefined };
}

/** A record as it is by itself. */
function ownRecord(joining: Joining, survivor: Named, now: Cells, known: MergedFields): Named {
  const own = new Map(now);
  for (const [name, entry] of Object.entries(known))
    own.set(name, ownOf(joining, name, now.get(name), entry));
  const names = new Set([...own.keys()].map((cell) => cell.split('.')[0] ?? cell));
  return { ...fieldsOf(joining, own, names), id: survivor.id, createdAt: survivor.createdAt };
}

/**
 * A record's fields once one that was merged into it has gone, and those that came from that one and stay, because they were
 * changed since.
 */
export function fieldsWithout(
  joining: Joining,
  { survivor, record, still }: { survivor: Named; record: Named; still: readonly Named[] },
  known: MergedFields,
): { cells: Cells; known: MergedFields; kept: string[] } {
  const [now, goes] = [cellsOf(joining, survivor), cellsOf(joining, record)];
  const own = ownRecord(joining, survivor, now, known);
  const again = new Map(joined(joining, [own, ...still]).map((cell) => [cell.field, cell]));
  const left = Object.entries(known).map(([field, entry]) => {
    const cell = again.get(field) ?? join(joining, field, []);
    const parting = { now: now.get(field), entry, goes: goes.get(field), again: cell, self: survivor.id };
    return { field, ...leftOf(joining, parting, record) };
  });
  return {
    cells: new Map([...now, ...left.map(({ field, value }) => [field, value] as const)]),
    known: withoutGaps(Object.fromEntries(left.map(({ field, entry }) => [field, entry]))),
    kept: left.flatMap(({ field, isKept }) => (isKept ? [field] : [])),
  };
}

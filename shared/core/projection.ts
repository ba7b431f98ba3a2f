import { createHash } from 'node:crypto';
import { canonical } from './canonical.ts';

export type Key = { pk: string; sk: string };
export type Item = Key & Record<string, unknown>;
/** An index item. Its key names its record, so no two records ever claim one item. */
export type Entry = Key & Record<string, unknown>;
/**
 * Counter group → measure → amount. Keep a group's measures a small closed set. A group is a partition key, or one of many
 * cells in a partition (`cellGroup`), which are read by stretches of their sort keys.
 */
export type Counters = Record<string, Record<string, number>>;
export type Projected = { entries: Entry[]; counters: Counters };
/**
 * What a look saw: the record, the items beside it that it always reads, what the record borrows from elsewhere, and the
 * moment (ISO 8601 UTC).
 */
export type Seen = { record: Item; borrowed: Map<string, Item>; now: string };

/** An item elsewhere. `lasting`: once it is there it is never deleted, so that its absence is a version like any other. */
export type Lent = Key & { lasting?: true };

export type Projection = {
  /** Raise it whenever `project` answers differently than before for any record, then backfill. */
  definition: number;
  /**
   * Pure: the same stored items always give the same answer at the same moment. Where the moment alone changes it, the answer
   * has a due entry for then: so a look behind it always finds something to move, and the sweep asks for that look.
   */
  project: (seen: Seen) => Projected;
  /** Items of the record's own collection that are part of what it projects; a write to one asks for a look at the record. */
  beside?: readonly string[];
  /** Those of them that are not deleted while the record is there, so that their absence is a version like any other. */
  lasting?: readonly string[];
  /** Items elsewhere that the answer depends on; whoever changes one queues the records that depend on it. */
  borrows?: (record: Item) => Lent[];
};
export type Projections = Record<string, Projection>;

/** The name of a counter group that is one cell of a partition. */
export const cellGroup = ({ pk, sk }: Key): string => nameOf({ pk, sk });

export const nothing: Projected = { entries: [], counters: {} };
export const nameOf = ({ pk, sk }: Key) => `${pk}\n${sk}`;

/** An entry that the table holds: its key, and a fingerprint in place of its attributes. */
type Held = [pk: string, sk: string, fingerprint: string];
/** Exactly what one record has in the table at this moment. */
export type Contribution = { entries: Held[]; counters: Counters };
/** The smallest step from one contribution to the next: one item of a transaction. */
export type Move =
  | { kind: 'put'; entry: Entry }
  | { kind: 'remove'; key: Key }
  | { kind: 'add'; group: string; measures: Record<string, number> };

function fingerprint({ pk, sk, ...attributes }: Entry): string {
  const text = canonical(attributes);
  return text === '{}' ? '' : createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

/** Adds measures to a group's sums, in place; a sum of nothing is not kept. */
export function addTo(
  sums: Counters,
  group: string,
  measures: Record<string, number>,
  sign: 1 | -1 = 1,
): void {
  const into = sums[group] ?? {};
  for (const [measure, amount] of Object.entries(measures)) {
    const sum = (into[measure] ?? 0) + sign * amount;
    if (sum === 0) delete into[measure];
    else into[measure] = sum;
  }
  if (Object.keys(into).length > 0) sums[group] = into;
  else delete sums[group];
}

/** What is to be added to one side's sums to make them the other's. */
export function gap(from: Counters, to: Counters): Counters {
  const sums: Counters = {};
  for (const [group, measures] of Object.entries(to)) addTo(sums, group, measures);
  for (const [group, measures] of Object.entries(from)) addTo(sums, group, measures, -1);
  return sums;
}

/**
 * The moves that turn what the table holds for a record into what its projection wants. Any prefix of them leaves a
 * valid contribution (see `moved`), so a long list may be cut anywhere. Entries appear before they disappear, so that
 * a record stays findable; counters move last.
 */
export function difference(held: Contribution, wanted: Projected): Move[] {
  const before = new Map(held.entries.map(([pk, sk, print]) => [nameOf({ pk, sk }), print]));
  const after = new Map(wanted.entries.map((entry) => [nameOf(entry), entry]));
  const puts = [...after].filter(([name, entry]) => before.get(name) !== fingerprint(entry));
  const removes = held.entries.filter(([pk, sk]) => !after.has(nameOf({ pk, sk })));
  const adds = Object.entries(gap(held.counters, wanted.counters));
  return [
    ...puts.map(([, entry]): Move => ({ kind: 'put', entry })),
    ...removes.map(([pk, sk]): Move => ({ kind: 'remove', key: { pk, sk } })),
    ...adds.map(([group, measures]): Move => ({ kind: 'add', group, measures })),
  ];
}

/** What the table holds once these moves are made. */
export function moved(held: Contribution, moves: Move[]): Contribution {
  const entries = new Map(held.entries.map((entry) => [nameOf({ pk: entry[0], sk: entry[1] }), entry]));
  const counters = structuredClone(held.counters);
  for (const move of moves) {
    if (move.kind === 'add') addTo(counters, move.group, move.measures);
    else if (move.kind === 'remove') entries.delete(nameOf(move.key));
    else entries.set(nameOf(move.entry), [move.entry.pk, move.entry.sk, fingerprint(move.entry)]);
  }
  return { entries: [...entries.values()], counters };
}

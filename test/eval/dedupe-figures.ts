import { pairsOf } from '../../shared/duplicates/thresholds.ts';
import type { DedupeSet } from './dedupe-load.ts';

/** Who the rows are of, and which of them are one record. */
export type Resolved = Pick<DedupeSet, 'truth'> & { records: readonly { rows: number[] }[] };

import type { Scored } from './dedupe-pairs.ts';

export type Score = { precision: number; recall: number; f1: number };

const pairsAmong = (count: number): number => (count * (count - 1)) / 2;

function countBy(values: string[]): number[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

/** Pairs of rows that are of one person. */
const truePairs = (truth: string[]): number =>
  countBy(truth).reduce((sum, count) => sum + pairsAmong(count), 0);

type Found = { right: number; all: number };
const add = (one: Found, other: Found): Found => ({
  right: one.right + other.right,
  all: one.all + other.all,
});

/** Pairs of rows within a record that several rows resolved to. */
function withinRecords({ records, truth }: Resolved): Found {
  return records
    .map(({ rows }) => ({
      right: truePairs(rows.map((row) => truth[row] ?? '')),
      all: pairsAmong(rows.length),
    }))
    .reduce(add, { right: 0, all: 0 });
}

/** Pairs of a row of one record and a row of the other. */
function across({ records, truth }: Resolved, { one, other }: Scored): Found {
  const [a, b] = [records[one]?.rows ?? [], records[other]?.rows ?? []];
  const right = a.flatMap((row) => b.filter((against) => truth[row] === truth[against]));
  return { right: right.length, all: a.length * b.length };
}

/** How well the pairs at and above a probability agree with the truth, in pairs of rows; `from` 0 tells the recall of the keys. */
export function scoreOf(set: Resolved, pairs: Scored[], from: number): Score {
  const predicted = pairs.filter(({ probability }) => probability >= from);
  const found = predicted.map((pair) => across(set, pair)).reduce(add, withinRecords(set));
  const precision = found.right / Math.max(found.all, 1);
  const recall = found.right / Math.max(truePairs(set.truth), 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

/** The pairs of records that are merged where merging is left to itself: no pair follows from two others. */
export function mergedOf(pairs: Scored[]): Scored[] {
  const named = pairs.map(({ one, other, probability }) => ({
    one: `${one}`,
    other: `${other}`,
    probability,
  }));
  return pairsOf(named).toMerge.flatMap((group) =>
    group.flatMap((one, i) =>
      group.slice(i + 1).map((other) => ({ one: Number(one), other: Number(other), probability: 1 })),
    ),
  );
}

const merging = { precision: 0.995, recall: 0.9 };
/** What a set of a kind must reach: F1 of what is shown for review, precision and recall of what may be merged. */
export function barsOf({ hasAddresses }: Pick<DedupeSet, 'hasAddresses'>, matching: readonly string[]) {
  if (matching.length) return { review: 0.99, merge: merging };
  return hasAddresses
    ? { review: 0.97, merge: merging }
    : { review: 0.94, merge: { ...merging, recall: 0.75 } };
}

import { compareFacts } from '../../shared/duplicates/compare.ts';
import { contactFacts } from '../../shared/duplicates/facts.ts';
import { matchKeys, mostSharing } from '../../shared/duplicates/match-keys.ts';
import type { DedupeSet } from './dedupe-load.ts';

/** Two records, by their places, and how probable it is that they are one. */
export type Scored = { one: number; other: number; probability: number };
export type Run = {
  pairs: Scored[];
  /** Of keys that a record has, the most and the mean. */
  keys: { most: number; mean: number };
  perSecond: number;
};

/** Records by the keys that they have; what too many share is left out, as it is when a record is written. */
function sharersOf(keys: string[][]): number[][] {
  const sharers = new Map<string, number[]>();
  for (const [n, ofOne] of keys.entries())
    for (const key of ofOne) sharers.set(key, [...(sharers.get(key) ?? []), n]);
  return [...sharers.values()].filter(({ length }) => length > 1 && length <= mostSharing);
}

/** Every two records that share a key, once. */
function candidatesOf(keys: string[][]): [number, number][] {
  const count = keys.length;
  const seen = new Set<number>();
  for (const sharers of sharersOf(keys))
    for (const [i, one] of sharers.entries())
      for (const other of sharers.slice(i + 1)) seen.add(one * count + other);
  return [...seen].map((place) => [Math.floor(place / count), place % count]);
}

const leastMs = 300; // until a measurement counts
/** How many comparisons a second, once they have been made before, as in a function that is warm. */
function speedOf(compareAll: () => unknown, count: number): number {
  const started = performance.now();
  let runs = 0;
  while (performance.now() - started < leastMs) {
    compareAll();
    runs++;
  }
  return (runs * count * 1000) / (performance.now() - started);
}

/** Compares every two records of a set that share a key. */
export function runOn({ records }: DedupeSet, matching: readonly string[]): Run {
  const facts = records.map(({ contact }) => contactFacts(contact, matching));
  const keys = facts.map(matchKeys);
  const candidates = candidatesOf(keys);
  const compareAll = () =>
    candidates.flatMap(([one, other]) => {
      const [a, b] = [facts[one], facts[other]];
      return a && b ? [{ one, other, probability: compareFacts(a, b).probability }] : [];
    });
  const pairs = compareAll();
  const perSecond = speedOf(compareAll, candidates.length);
  const counts = keys.map(({ length }) => length);
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(counts.length, 1);
  return { pairs, keys: { most: Math.max(0, ...counts), mean }, perSecond };
}

import * as z from 'zod';
import type { Measures } from './cube.ts';

/** How often each number came. */
export type Histogram = ReadonlyMap<number, number>;

/** What measures of one prefix say, `<prefix>.<number>`: how often each number came. */
export function histogramOf(measures: Measures, prefix: string): Histogram {
  const start = `${prefix}.`;
  const own = Object.entries(measures).filter(([name]) => name.startsWith(start));
  return new Map(own.map(([name, count]) => [Number(name.slice(start.length)), count]));
}

export const total = (all: Histogram) => [...all.values()].reduce((sum, count) => sum + count, 0);

export const Spread = z.object({
  count: z.int(),
  mean: z.number(),
  median: z.number(),
  least: z.number(),
  most: z.number(),
});
export type Spread = z.infer<typeof Spread>;
/** The number at a rank, from 0, of numbers in their order. */
function ranked(sorted: readonly (readonly [number, number])[], rank: number): number {
  let before = 0;
  for (const [value, count] of sorted) {
    before += count;
    if (rank < before) return value;
  }
  return sorted.at(-1)?.[0] ?? 0;
}
/** Exact for what was counted: the median of an even count is the mean of the two in the middle. Undefined of nothing. */
export function spreadOf(all: Histogram): Spread | undefined {
  const count = total(all);
  const sorted = [...all].filter(([, times]) => times > 0).toSorted(([a], [b]) => a - b);
  const [least, most] = [sorted[0]?.[0], sorted.at(-1)?.[0]];
  if (least === undefined || most === undefined) return undefined;
  const sum = sorted.reduce((added, [value, times]) => added + value * times, 0);
  const middle = [Math.floor((count - 1) / 2), Math.floor(count / 2)].map((rank) => ranked(sorted, rank));
  return { count, mean: sum / count, median: ((middle[0] ?? 0) + (middle[1] ?? 0)) / 2, least, most };
}

/** Buckets of money are 2 % wide, so that the middle of one is at most 1 % from all in it. */
const step = Math.log(1.02);
/** The bucket of an amount in cents; of nothing it is -1. */
export const moneyBucket = (cents: number): number => (cents <= 0 ? -1 : Math.round(Math.log(cents) / step));
/** Cents in the middle of a bucket. */
export const moneyOfBucket = (bucket: number): number =>
  bucket < 0 ? 0 : Math.round(Math.exp(bucket * step));

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mergeAt,
  mostInDoubt,
  pairsOf,
  reviewAt,
  type ScoredPair,
} from '../../../shared/duplicates/thresholds.ts';

const pair = (one: string, other: string, probability: number): ScoredPair => ({ one, other, probability });
const nameOf = ({ one, other }: ScoredPair) => [one, other].sort().join(' ');

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const everyPair = ids.flatMap((one, i) => ids.slice(i + 1).map((other) => [one, other] as const));
const scored = fc
  .tuple(...everyPair.map(() => fc.double({ min: 0, max: 1, noNaN: true })))
  .map((all) => everyPair.map(([one, other], i) => pair(one, other, all[i] ?? 0)));

describe('what becomes of compared pairs', () => {
  it('merges those that are sure, shows those that are likely and forgets the rest', () => {
    const pairs = [pair('a', 'b', mergeAt), pair('c', 'd', reviewAt), pair('e', 'f', reviewAt - 0.01)];
    expect(pairsOf(pairs)).toEqual({ toMerge: [['a', 'b']], toReview: [pair('c', 'd', reviewAt)] });
  });

  it('merges three where every two are sure', () => {
    const { toMerge, toReview } = pairsOf([pair('a', 'b', 1), pair('b', 'c', 0.999), pair('a', 'c', 0.995)]);
    expect(toMerge.map((group) => group.sort())).toEqual([['a', 'b', 'c']]);
    expect(toReview).toEqual([]);
  });

  it('does not merge two because each is a third', () => {
    const { toMerge, toReview } = pairsOf([pair('a', 'b', 1), pair('b', 'c', 0.995), pair('a', 'c', 0.7)]);
    expect(toMerge).toEqual([['a', 'b']]);
    expect(toReview.map(nameOf)).toEqual(['b c', 'a c']);
  });

  it('never merges two that are not sure themselves, and loses no likely pair', () => {
    fc.assert(
      fc.property(scored, (pairs) => {
        const { toMerge, toReview } = pairsOf(pairs);
        const groupOf = (id: string) => toMerge.find((group) => group.includes(id));
        for (const one of pairs) {
          const isMerged = groupOf(one.one) !== undefined && groupOf(one.one) === groupOf(one.other);
          if (isMerged) expect(one.probability).toBeGreaterThanOrEqual(mergeAt);
          const isShown = toReview.some((shown) => nameOf(shown) === nameOf(one));
          expect(isMerged || isShown).toBe(one.probability >= reviewAt);
        }
      }),
    );
  });

  it('has room for doubt between the two thresholds', () => {
    expect(reviewAt).toBeLessThan(mostInDoubt);
    expect(mostInDoubt).toBeLessThan(mergeAt);
  });
});

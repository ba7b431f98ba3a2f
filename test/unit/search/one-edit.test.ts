import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isWithinOneEdit } from '../../../shared/search/one-edit.ts';

/** Optimal string alignment by the plain table. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => d[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      (d[i] as number[])[j] = swapped ? Math.min(least, at(i - 2, j - 2) + 1) : least;
    }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

it('is within one edit just where the table says a distance of one at most', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(isWithinOneEdit(a, b)).toBe(distance(a, b) <= 1);
    }),
    { numRuns: 5000 },
  );
});

it.each([
  ['left out', 'muller', 'muler', true],
  ['put in', 'muller', 'mulller', true],
  ['another', 'muller', 'miller', true],
  ['neighbours swapped', 'muller', 'mullre', true],
  ['others swapped', 'muller', 'rullem', false],
  ['two', 'muller', 'mille', false],
  ['beyond the basic plane', 'x𝒜y', 'x𝒝y', true],
])('one letter %s: %s and %s', (_, a, b, expected) => {
  expect(isWithinOneEdit(a, b)).toBe(expected);
  expect(isWithinOneEdit(b, a)).toBe(expected);
});

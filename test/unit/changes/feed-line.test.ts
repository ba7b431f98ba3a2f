import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstPosition, isExpired, merged, settledAt } from '../../../shared/changes/feed-line.ts';
import { noon } from '../../fixtures/ids.ts';

const Sk = fc
  .integer({ min: 0, max: 999 })
  .map((n) => `2026-11-22T11:00:00.000Z#${String(n).padStart(3, '0')}`);
const Slots = fc
  .uniqueArray(fc.tuple(Sk, fc.integer({ min: 0, max: 3 })), { selector: ([sk]) => sk, maxLength: 60 })
  .map((all) =>
    [0, 1, 2, 3].map((slot) =>
      all
        .filter(([, of]) => of === slot)
        .map(([sk]) => sk)
        .toSorted(),
    ),
  );

test('pages of any size, from slots that are cut anywhere, give every line once and in order', () =>
  fc.assert(
    fc.property(
      Slots,
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 9 }),
      (slots, limit, most) => {
        const until = '2026-11-22T11:59:50.000Z';
        const seen: string[] = [];
        let position = '2026-10-23T00:00:00.000Z';
        for (let pages = 0; pages < 500; pages++) {
          const found = slots.map((all) => {
            const left = all.filter((sk) => sk > position);
            const items = left.slice(0, Math.min(limit, most)).map((sk) => ({ sk })); // a megabyte may be full before
            return { items, isCut: left.length > items.length };
          });
          const page = merged(found, limit, until);
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...page.items.map(({ sk }) => sk));
          position = page.position;
          if (page.caughtUp) break;
        }
        expect(seen).toEqual(slots.flat().toSorted());
        expect(position).toBe(until);
      },
    ),
  ));

test('a reader that begins at the first line has a day to get further', () => {
  const first = firstPosition(noon);
  expect(isExpired(first, noon)).toBe(false);
  expect(isExpired(first, '2026-11-23T11:59:00.000Z')).toBe(false);
  expect(isExpired(first, '2026-11-23T12:00:01.000Z')).toBe(true);
  expect(isExpired(settledAt(noon), '2026-12-22T12:00:00.000Z')).toBe(false);
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Contribution,
  difference,
  moved,
  nothing,
  type Projected,
} from '../../../shared/core/projection.ts';

const empty: Contribution = { entries: [], counters: {} };
const holding = (projected: Projected) => moved(empty, difference(empty, projected));
const entry = fc.record({
  pk: fc.constantFrom('a', 'b'),
  sk: fc.constantFrom('1', '2', '3'),
  name: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
});
const projected: fc.Arbitrary<Projected> = fc.record({
  entries: fc.uniqueArray(entry, { selector: ({ pk, sk }) => pk + sk }),
  counters: fc.dictionary(
    fc.constantFrom('g', 'h'),
    fc.dictionary(fc.constantFrom('count', 'sum'), fc.integer({ min: -2, max: 2 })),
  ),
});
const property = <T extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  holds: (...values: T) => void,
) => fc.assert(fc.property(...arbitraries, holds));

describe('the difference of two contributions', () => {
  test('is nothing once its moves are made', () =>
    property([projected, projected], (before, after) => {
      const held = holding(before);
      expect(difference(moved(held, difference(held, after)), after)).toEqual([]);
    }));

  test('may be cut anywhere: what is left is the rest of it', () =>
    property([projected, projected, fc.nat(20)], (before, after, cut) => {
      const held = holding(before);
      const moves = difference(held, after);
      const halfway = moved(held, moves.slice(0, cut));
      expect(difference(halfway, after)).toEqual(moves.slice(cut));
    }));

  test('of a deleted record takes back all it ever added, whatever it went through', () =>
    property([fc.array(projected)], (history) => {
      const last = history.reduce((held, next) => moved(held, difference(held, next)), empty);
      expect(moved(last, difference(last, nothing))).toEqual(empty);
    }));

  test('does not change what it is given', () =>
    property([projected, projected], (before, after) => {
      const held = holding(before);
      const copy = structuredClone(held);
      moved(held, difference(held, after));
      expect(held).toEqual(copy);
    }));

  test('puts before it removes, and counts last, so that a record stays findable', () =>
    property([projected, projected], (before, after) => {
      const order = { put: 0, remove: 1, add: 2 };
      const kinds = difference(holding(before), after).map(({ kind }) => order[kind]);
      expect(kinds).toEqual(kinds.toSorted());
    }));
});

test('an entry is written again only when its attributes change', () => {
  const at = (name: string | undefined): Projected => ({
    entries: [{ pk: 'a', sk: '1', name }],
    counters: {},
  });
  expect(difference(holding(at('x')), at('x'))).toEqual([]);
  expect(difference(holding(at(undefined)), at(undefined))).toEqual([]);
  expect(difference(holding(at('x')), at('y'))).toHaveLength(1);
});

test('a counter group is one move, however many of its measures change', () => {
  const counters = (stage: string) => ({ board: { [`${stage}.count`]: 1, [`${stage}.EUR`]: 500 } });
  const moves = difference(holding({ entries: [], counters: counters('new') }), {
    entries: [],
    counters: counters('won'),
  });
  expect(moves).toEqual([
    {
      kind: 'add',
      group: 'board',
      measures: { 'new.count': -1, 'new.EUR': -500, 'won.count': 1, 'won.EUR': 500 },
    },
  ]);
});

test('an entry is the same in whatever order the table gave the keys of what is in it', () => {
  const at = (policy: object) => ({ entries: [{ pk: 'a', sk: '1', policy }], counters: {} });
  const held = holding(at({ phones: 'hidden', custom: { a: 1, b: 2 } }));
  expect(difference(held, at({ custom: { b: 2, a: 1 }, phones: 'hidden' }))).toEqual([]);
  expect(difference(held, at({ custom: { b: 2, a: 2 }, phones: 'hidden' }))).toHaveLength(1);
});

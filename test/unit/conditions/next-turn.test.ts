import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Condition, matches } from '../../../shared/conditions/condition.ts';
import { nextTurn } from '../../../shared/conditions/next-turn.ts';

const hourMs = 3_600_000;
const start = Date.parse('2026-03-27T00:00:00.000Z'); // the clocks of Europe are put forward two days later
const instant = (ms: number) => new Date(ms).toISOString();
const hours = fc.integer({ min: -40 * 24, max: 40 * 24 });
const facts = fc.record(
  {
    at: hours.map((n) => instant(start + n * hourMs)),
    on: hours.map((n) => instant(start + n * hourMs).slice(0, 10)),
    dates: fc.array(
      hours.map((n) => instant(start + n * hourMs).slice(0, 10)),
      { maxLength: 3 },
    ),
    name: fc.constantFrom('today', 'x'),
  },
  { requiredKeys: [] },
);
const field = fc.constantFrom('at', 'on', 'dates', 'name');
const shift = fc
  .tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 40 }), fc.constantFrom('h', 'd'))
  .map(([sign, n, unit]) => `${sign}${n}${unit}`);
const bound = fc.oneof(
  fc.constantFrom('today', '-1m', '+1m', '-2w', '+0d', '-0d', '-1y'),
  shift,
  hours.map((n) => instant(start + n * hourMs)),
  hours.map((n) => instant(start + n * hourMs).slice(0, 10)),
);
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(field, fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$before', '$after'), bound)
    .map(([name, test, wanted]) => ({ [name]: { [test]: wanted } })),
  fc.tuple(field, shift).map(([name, wanted]) => ({ [name]: { $within: wanted } })),
  fc.tuple(field, bound, bound).map(([name, one, two]) => ({ [name]: { $within: [one, two] } })),
  fc.tuple(field, bound, bound).map(([name, one, two]) => ({ [name]: { $in: [one, two] } })),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 3, arbitrary: leaf },
  fc.tuple(leaf, leaf).map(([one, two]) => ({ $or: [one, { $not: two }] })),
  fc.tuple(leaf, leaf).map(([one, two]) => ({ $and: [one, two] })),
);
const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Pacific/Auckland',
  'Asia/Kathmandu',
);

test('a condition changes its answer at its next turn, and at no moment before: the clock put forward step by step agrees', () => {
  fc.assert(
    fc.property(condition, facts, zone, hours, (asked, known, timeZone, n) => {
      const from = start + n * hourMs + (n % 3) - 1; // also a millisecond beside the hour
      const now = { at: instant(from), timeZone };
      const answer = matches(asked, known, now);
      const turn = nextTurn(asked, known, now);
      const until = turn === undefined ? from + 45 * 24 * hourMs : Date.parse(turn);
      if (turn !== undefined) {
        expect(until).toBeGreaterThan(from);
        expect(matches(asked, known, { at: turn, timeZone })).toBe(!answer);
      }
      const steps = [from, until - 1, ...Array.from({ length: 120 }, (_, i) => from + i * 9 * hourMs)];
      // Every place where a bound can stand is a multiple of a quarter of an hour, or a millisecond behind it.
      for (const ms of steps.flatMap((at) => [at, at - (at % (hourMs / 4)), at - (at % (hourMs / 4)) + 1])) {
        if (ms < from || ms >= until) continue;
        expect(matches(asked, known, { at: instant(ms), timeZone })).toBe(answer);
      }
    }),
    { numRuns: 150 },
  );
});

test('what does not hang on the time never turns', () => {
  const now = { at: instant(start), timeZone: 'UTC' };
  expect(nextTurn({ at: { $before: '2026-05-01' } }, { at: instant(start) }, now)).toBeUndefined();
  expect(nextTurn({ name: 'today' }, { name: 'x' }, now)).toBeUndefined();
});

test('an order becomes a year old at its very minute', () => {
  const now = { at: '2026-11-22T10:00:00.000Z', timeZone: 'UTC' };
  const known = { lifecycle: 'lead', lastOrderAt: '2026-01-01T08:00:00.000Z' };
  const asked = { lifecycle: 'lead', lastOrderAt: { $before: '-365d' } };
  expect(nextTurn(asked, known, now)).toBe('2027-01-01T08:00:00.001Z');
  expect(nextTurn(asked, { ...known, lifecycle: 'former' }, now)).toBeUndefined();
});

test('nobody waits for what comes when no key of the due index could say it', () => {
  const now = { at: instant(start), timeZone: 'UTC' };
  const far = { at: '9999-12-31T23:59:59.000Z', on: '9999-12-31' };
  for (const condition of [
    { at: { $before: '-1y' } },
    { on: { $before: 'today' } },
    { at: { $before: '+99y' } },
  ])
    expect(nextTurn(condition, far, now)).toBeUndefined();
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Condition, matches } from '../../../shared/conditions/condition.ts';
import { planOf, type Served } from '../../../shared/conditions/plan.ts';

const now = { at: '2026-11-22T10:00:00.000Z', timeZone: 'Europe/Berlin' };
const served: Served = {
  instant: 'createdAt',
  fields: [
    { path: 'tags', by: 'tag', has: () => true },
    { path: 'status', by: 'status', has: (value) => ['open', 'won'].includes(value) },
  ],
};
const ownerId = 'us_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';

describe('what an index serves', () => {
  it.each<[Condition, object]>([
    [{ ownerId }, { ownerId, range: {}, isExact: true }],
    [{ tags: 'vip' }, { field: { by: 'tag', value: 'vip' }, range: {}, isExact: true }],
    [
      { $and: [{ ownerId }, { status: 'open' }] },
      { ownerId, field: { by: 'status', value: 'open' }, range: {}, isExact: true },
    ],
    [{ status: 'OPEN' }, { range: {}, isExact: false }],
    [
      { tags: 'vip', status: 'open' },
      { field: { by: 'tag', value: 'vip' }, range: {}, isExact: false },
    ],
    [{ tags: { $in: ['vip'] } }, { range: {}, isExact: false }],
    [
      { createdAt: { $gte: '2026-11-01', $lt: '2026-11-03' } },
      {
        range: { from: '2026-10-31T23:00:00.000Z', to: '2026-11-02T22:59:59.999Z$' },
        isExact: true,
      },
    ],
    [
      { createdAt: { $within: '-1d' }, name: 'x' },
      {
        range: { from: '2026-11-21T10:00:00.000Z', to: '2026-11-22T10:00:00.000Z$' },
        isExact: false,
      },
    ],
    [{ createdAt: { $after: '-1h' } }, { range: { from: '2026-11-22T09:00:00.001Z' }, isExact: true }],
    [{ $or: [{ ownerId }, { tags: 'vip' }] }, { range: {}, isExact: false }],
    [
      { ownerId, $not: { tags: 'vip' } },
      { ownerId, range: {}, isExact: false },
    ],
    [{ createdAt: { $ne: 'today' } }, { range: {}, isExact: false }],
    [{ updatedAt: { $gte: 'today' } }, { range: {}, isExact: false }],
  ])('%j', (condition, plan) => {
    expect(planOf(condition, served, now)).toEqual(plan);
  });
});

const hour = fc.integer({ min: -60, max: 60 });
const instant = (n: number) => new Date(Date.parse(now.at) + n * 3_600_000).toISOString();
const record = fc.record({
  ownerId: fc.constantFrom(ownerId, undefined),
  tags: fc.subarray(['vip', 'fair']),
  status: fc.constantFrom('open', 'won'),
  createdAt: hour.map(instant),
});
const bound = fc.oneof(
  fc.constantFrom('today', '-1d', '+2h', '2026-11-21', '9999-12-31', '0001-01-01', '-100y'),
  hour.map(instant),
);
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom<Condition>({ ownerId }, { tags: 'vip' }, { tags: 'VIP' }, { status: 'open' }),
  fc
    .tuple(fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$before', '$after'), bound)
    .map(([of, at]) => ({ createdAt: { [of]: at } })),
  fc.tuple(bound, bound).map((span) => ({ createdAt: { $within: span } })),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  leaf,
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map(($and) => ({ $and })),
  fc.tuple(leaf, leaf).map(([one, two]) => ({ $and: [one, { $or: [one, two] }] })),
);

test('a plan reads every record that the condition holds of, and where it is exact no other', () => {
  fc.assert(
    fc.property(condition, record, (asked, one) => {
      const plan = planOf(asked, served, now);
      const key = `${one.createdAt}#x`;
      const isRead =
        (plan.ownerId === undefined || one.ownerId === plan.ownerId) &&
        (plan.field?.by !== 'tag' || one.tags.includes(plan.field.value.toLowerCase())) &&
        (plan.field?.by !== 'status' || one.status === plan.field.value) &&
        (plan.range.from === undefined || key >= plan.range.from) &&
        (plan.range.to === undefined || key <= plan.range.to);
      const holds = matches(asked, one, now);
      if (holds) expect(isRead).toBe(true);
      if (plan.isExact) expect(isRead).toBe(holds);
    }),
    { numRuns: 2000 },
  );
});

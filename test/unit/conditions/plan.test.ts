import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Condition, matches } from '../../../shared/conditions/condition.ts';
import { type Plan, planOf, type Served } from '../../../shared/conditions/plan.ts';

const now = { at: '2026-11-22T10:00:00.000Z', timeZone: 'Europe/Berlin' };
const served: Served = {
  instant: 'createdAt',
  keys: [{ path: 'externalId', by: 'externalId' }],
  fields: [
    { path: 'tags', by: 'tag', has: () => true },
    { path: 'status', by: 'status', has: (value) => ['open', 'won'].includes(value), several: true },
  ],
};
const ownerId = 'us_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';

describe('what an index serves', () => {
  it.each<[Condition, object]>([
    [{ ownerId }, { owner: { id: ownerId }, range: {}, isExact: true }],
    [{ ownerId: { $exists: false } }, { owner: { id: undefined }, range: {}, isExact: true }],
    [{ ownerId: { $exists: true } }, { range: {}, isExact: false }],
    [
      { externalId: 'a', tags: 'vip' },
      { key: { by: 'externalId', value: 'a' }, range: {}, isExact: false },
    ],
    [{ $or: [{ externalId: 'a' }, { tags: 'vip' }] }, { range: {}, isExact: false }],
    [{ tags: 'vip' }, { field: { by: 'tag', values: ['vip'] }, range: {}, isExact: true }],
    [
      { $and: [{ ownerId }, { status: 'open' }] },
      { owner: { id: ownerId }, field: { by: 'status', values: ['open'] }, range: {}, isExact: true },
    ],
    [{ status: 'OPEN' }, { range: {}, isExact: false }],
    [
      { tags: 'vip', status: 'open' },
      { field: { by: 'tag', values: ['vip'] }, range: {}, isExact: false },
    ],
    [{ tags: { $in: ['vip'] } }, { range: {}, isExact: false }],
    [
      { status: { $in: ['won', 'open', 'won'] } },
      { field: { by: 'status', values: ['won', 'open'] }, range: {}, isExact: true },
    ],
    [{ status: { $in: ['won', 'gone'] } }, { range: {}, isExact: false }],
    [
      { status: 'open', tags: 'vip' },
      { field: { by: 'tag', values: ['vip'] }, range: {}, isExact: false },
    ],
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
      { owner: { id: ownerId }, range: {}, isExact: false },
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
  externalId: fc.constantFrom('a', 'A', undefined),
  createdAt: hour.map(instant),
});
const bound = fc.oneof(
  fc.constantFrom('today', '-1d', '+2h', '2026-11-21', '9999-12-31', '0001-01-01', '-100y'),
  hour.map(instant),
);
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom<Condition>(
    { ownerId },
    { tags: 'vip' },
    { tags: 'VIP' },
    { status: 'open' },
    { status: { $in: ['open', 'won'] } },
    { externalId: 'a' },
    { ownerId: { $exists: false } },
  ),
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

type One = typeof record extends fc.Arbitrary<infer R> ? R : never;
/** Whether a plan comes by a record. */
function isRead({ owner, key, field, range }: Plan, one: One): boolean {
  const place = `${one.createdAt}#x`;
  const has = (value: string) =>
    field?.by === 'tag' ? one.tags.includes(value.toLowerCase()) : one.status === value;
  return [
    owner === undefined || one.ownerId === owner.id,
    key === undefined || one.externalId === key.value,
    field === undefined || field.values.some(has),
    range.from === undefined || place >= range.from,
    range.to === undefined || place <= range.to,
  ].every(Boolean);
}

test('a plan reads every record that the condition holds of, and where it is exact no other', () => {
  fc.assert(
    fc.property(condition, record, (asked, one) => {
      const plan = planOf(asked, served, now);
      const holds = matches(asked, one, now);
      if (holds) expect(isRead(plan, one)).toBe(true);
      if (plan.isExact) expect(isRead(plan, one)).toBe(holds);
    }),
    { numRuns: 2000 },
  );
});

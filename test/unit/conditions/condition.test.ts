import { describe, expect, it, test } from 'vitest';
import {
  type Condition,
  Condition as ConditionSchema,
  dependsOn,
  matches,
} from '../../../shared/conditions/condition.ts';

const now = { at: '2026-11-22T22:30:00.000Z', timeZone: 'Europe/Berlin' }; // 23:30 in Berlin
const facts = {
  firstName: 'José',
  lifecycle: 'lead',
  score: 70,
  isVip: true,
  lastOrderAt: '2025-11-22T22:29:59.999Z',
  createdAt: '2026-11-22T22:59:59.999Z', // 23:59:59.999 in Berlin
  birthday: '2026-11-23',
  tags: ['Fair', 'VIP'],
  none: [],
  emails: [
    { address: 'ada@engines.example', bouncedAt: '2026-11-20T08:00:00.000Z' },
    { address: 'Ada@Home.example', label: 'home' },
  ],
  custom: { budget: 12_000, sizes: ['s', 'm'] },
  source: { kind: 'form' },
};
const holds = (condition: Condition) => {
  expect(ConditionSchema.safeParse(condition).error).toBeUndefined();
  return matches(condition, facts, now);
};

describe('a condition holds', () => {
  it.each<[Condition]>([
    [{ lifecycle: 'lead' }],
    [{ lifecycle: 'lead', score: { $gte: 70 } }],
    [{ $and: [{ lifecycle: 'lead' }, { score: { $gte: 70 } }, { lastOrderAt: { $before: '-365d' } }] }],
    [{ $or: [{ lifecycle: 'former' }, { isVip: true }] }],
    [{ $not: { lifecycle: 'former' } }],
    [{ firstName: 'JOSÉ' }],
    [{ firstName: { $startsWith: 'JO', $contains: 'sé' } }],
    [{ tags: 'vip' }],
    [{ tags: { $in: ['x', 'fair'] } }],
    [{ tags: { $ne: 'x' } }],
    [{ 'emails.address': { $contains: 'home' } }],
    [{ 'emails.label': 'home' }],
    [{ 'emails.bouncedAt': { $exists: true, $within: '-7d' } }],
    [{ 'custom.budget': { $gt: 11_999.5, $lt: 12_001 } }],
    [{ 'custom.sizes': 'm' }],
    [{ 'source.kind': { $nin: ['mail', 'import'] } }],
    [{ company: { $exists: false } }],
    [{ none: { $exists: false } }],
    [{ company: { $ne: 'x' } }],
    [{ company: { $nin: ['x'] } }],
    [{ $not: { company: { $lt: 5 } } }],
    [{ createdAt: 'today' }],
    [{ createdAt: { $lte: '2026-11-22', $gte: '2026-11-22', $within: 'today' } }],
    [{ createdAt: { $before: '2026-11-22T23:00:00Z', $after: '2026-11-21' } }],
    [{ createdAt: { $within: ['today', '+3h'] } }],
    [{ $not: { lastOrderAt: { $within: '-1y' } } }],
    [{ birthday: { $within: '+1d' } }],
    [{ birthday: { $after: 'today', $lte: '2026-11-23' } }],
    [{ birthday: { $eq: '+1d' } }],
  ])('%j', (condition) => {
    expect(holds(condition)).toBe(true);
  });
});

describe('a condition does not hold', () => {
  it.each<[Condition]>([
    [{ lifecycle: 'lead', score: { $gt: 70 } }],
    [{ company: { $eq: 'x' } }],
    [{ company: { $lt: 5 } }],
    [{ company: { $before: 'today' } }],
    [{ score: { $gt: '-3d' } }],
    [{ score: '70' }],
    [{ firstName: 'Jose' }],
    [{ tags: { $ne: 'vip' } }],
    [{ tags: { $nin: ['a', 'VIP'] } }],
    [{ createdAt: { $after: '2026-11-22' } }],
    [{ createdAt: { $before: '2026-11-22' } }],
    [{ birthday: { $lt: '+1h' } }],
    [{ birthday: { $before: '2026-11-23' } }],
    [{ lastOrderAt: { $within: '-365d' } }],
  ])('%j', (condition) => {
    expect(holds(condition)).toBe(false);
  });
});

describe('what is no condition is refused where it is wrong', () => {
  const deep = (levels: number): unknown => (levels === 1 ? { a: 1 } : { $not: deep(levels - 1) });
  it.each<[unknown, string]>([
    [undefined, ''],
    [null, ''],
    ['x', ''],
    [[], ''],
    [{}, ''],
    [{ $and: [] }, '/$and'],
    [{ $and: { a: 1 } }, '/$and'],
    [{ $or: [{ a: 1 }, 5] }, '/$or/1'],
    [{ $nor: [{ a: 1 }] }, '/$nor'],
    [{ a: null }, '/a'],
    [{ a: {} }, '/a'],
    [{ a: [1] }, '/a'],
    [{ a: { $regex: 'x' } }, '/a/$regex'],
    [{ a: { $in: [] } }, '/a/$in'],
    [{ a: { $in: Array.from({ length: 101 }, (_, n) => n) } }, '/a/$in'],
    [{ a: { $gt: 'soon' } }, '/a/$gt'],
    [{ a: { $before: 5 } }, '/a/$before'],
    [{ a: { $before: '-99999d' } }, '/a/$before'],
    [{ a: { $within: ['today'] } }, '/a/$within'],
    [{ a: { $contains: ' ' } }, '/a/$contains'],
    [{ a: { $exists: 1 } }, '/a/$exists'],
    [{ a: 'x'.repeat(501) }, '/a'],
    [{ a: { constructor: 1 } }, '/a/constructor'],
    [JSON.parse('{"__proto__":{"$eq":1}}'), '/__proto__'],
    [JSON.parse('{"a":{"__proto__":1}}'), '/a/__proto__'],
    [{ 'a.__proto__': 1 }, '/a.__proto__'],
    [{ A: 1 }, '/A'],
    [deep(6), '/$not/$not/$not/$not/$not'],
    [{ $and: Array.from({ length: 31 }, () => ({ a: 1 })) }, '/$and'],
    [
      {
        $and: Array.from({ length: 4 }, () =>
          Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`a${n}`, 1])),
        ),
      },
      '/$and/3/a6',
    ],
  ])('%j at %s', (wrong, pointer) => {
    const { error } = ConditionSchema.safeParse(wrong);
    expect(error?.issues.map(({ path }) => path.map((part) => `/${String(part)}`).join(''))).toEqual([
      pointer,
    ]);
    if (typeof wrong === 'object' && wrong !== null)
      expect(matches(wrong as Condition, facts, now)).toBe(false);
  });
  it('but what is just within the bounds is taken', () => {
    expect(ConditionSchema.safeParse(deep(5)).success).toBe(true);
    expect(ConditionSchema.safeParse({ $and: Array.from({ length: 30 }, () => ({ a: 1 })) }).success).toBe(
      true,
    );
  });
});

test('a field that every object has is missing in a record that has it not', () => {
  for (const name of ['constructor', 'toString', 'valueOf'])
    expect(matches({ [name]: { $exists: true } }, {}, now)).toBe(false);
});

test('a condition names the fields that it depends on, each once', () => {
  const condition = {
    $and: [{ lifecycle: 'lead' }, { $not: { 'custom.budget': { $gt: 1, $lt: 5 } } }],
    score: 1,
  };
  expect(dependsOn(condition)).toEqual(['lifecycle', 'custom.budget', 'score']);
});

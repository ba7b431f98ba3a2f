import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCondition } from '../../../shared/conditions/parse-condition.ts';
import {
  type Group,
  newGroup,
  newTest,
  parse,
  testAt,
  write,
} from '../../../web/console/src/screens/lists/filter/condition.ts';
import { asked, withAsked } from '../../../web/console/src/screens/lists/filter/defs.ts';
import { readMoment, writeMoment } from '../../../web/console/src/screens/lists/filter/moments.ts';

const asWritten = (condition: Record<string, unknown>) => write(parse(condition));

test('a condition that is shown and not changed is written as it was', () => {
  const conditions = [
    { lifecycle: 'lead' },
    { lifecycle: 'lead', score: { $gte: 70 }, lastOrderAt: { $before: '-365d' } },
    { $or: [{ lifecycle: 'lead' }, { score: { $gte: 70 } }] },
    { $not: { tags: 'vip' } },
    { $and: [{ score: { $gte: 70 } }, { score: { $lt: 90 } }] },
    { $not: { $or: [{ tags: 'vip' }, { tags: 'gold' }] } },
    { lifecycle: { $in: ['lead', 'customer'] } },
  ];
  for (const condition of conditions) expect(asWritten(condition)).toEqual(condition);
});

test('two bounds of one field stay two, whatever stands beside them', () => {
  expect(asWritten({ score: { $gte: 70, $lt: 90 }, lifecycle: 'lead' })).toEqual({
    $and: [{ score: { $gte: 70 } }, { score: { $lt: 90 } }, { lifecycle: 'lead' }],
  });
});

test('one of one is that one, by which a list is read', () => {
  expect(write(newGroup('all', [newTest('lifecycle', '$in', ['lead'])]))).toEqual({ lifecycle: 'lead' });
  expect(write(newGroup('all', [newTest('tags', '$nin', ['vip'])]))).toEqual({ tags: { $ne: 'vip' } });
});

test('a question that is not complete is not asked', () => {
  expect(write(newGroup('all', [newTest('firstName', '$contains')]))).toBeUndefined();
  expect(write(newGroup('all', [newTest('tags', '$in', []), newTest('score', '$gte', 0)]))).toEqual({
    score: { $gte: 0 },
  });
  const span = newTest('createdAt', '$within', ['2026-11-01', '']);
  expect(write(newGroup('any', [span, newGroup('all')]))).toBeUndefined();
});

test('a fault of the API is found at its question, in what was read and in what was written since', () => {
  const root = parse({ score: { $gte: 'much' }, $or: [{ 'custom.a/b': 1 }, { lifecycle: 'nobody' }] });
  const [score, group] = root.parts as [{ id: number }, Group];
  expect(testAt(root, '?/filter/score/$gte')).toBe(score.id);
  expect(testAt(root, '/filter/$or/0/custom.a~1b')).toBe(group.parts[0]?.id);
  expect(testAt(root, '/filter/$and/1/$or/1/lifecycle')).toBe(group.parts[1]?.id);
  expect(testAt(root, '/limit')).toBeUndefined();
});

test('a quick filter changes what it asks for and leaves the rest', () => {
  const root = parse({ score: { $gte: 70 }, ownerId: 'us_1' });
  expect(asked(root, 'ownerId')).toEqual(['us_1']);
  expect(write(withAsked(root, 'ownerId', []))).toEqual({ score: { $gte: 70 } });
  expect(write(withAsked(root, 'lifecycle', ['lead', 'former']))).toEqual({
    score: { $gte: 70 },
    ownerId: 'us_1',
    lifecycle: { $in: ['lead', 'former'] },
  });
  const other = parse({ $or: [{ lifecycle: 'lead' }, { score: 1 }] });
  expect(write(withAsked(other, 'ownerId', ['us_1']))).toEqual({
    $and: [{ ownerId: 'us_1' }, { $or: [{ lifecycle: 'lead' }, { score: 1 }] }],
  });
});

test('a moment is read as it was written', () => {
  for (const said of ['today', '-30d', '+2w', '-3m', '-1y', '2026-11-30', ['2026-11-01', '2026-11-30']])
    expect(writeMoment(readMoment(said) ?? { form: 'today' })).toEqual(said);
});

const leaf = fc.oneof(
  fc.constant({ lifecycle: 'lead' }),
  fc.constant({ score: { $gte: 70 } }),
  fc.constant({ tags: { $ne: 'vip' } }),
  fc.constant({ score: { $lt: 9 }, lifecycle: { $in: ['lead', 'former'] } }),
);
const { condition } = fc.letrec<{ condition: Record<string, unknown> }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map(($and) => ({ $and })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map(($or) => ({ $or })),
    tie('condition').map(($not) => ({ $not })),
  ),
}));

test('whatever is shown is written as a condition that the API reads, and shown again means the same', () => {
  fc.assert(
    fc.property(condition, (given) => {
      const once = write(parse(given));
      expect(parseCondition(once).leaves).toHaveLength(parseCondition(given).leaves.length);
      expect(write(parse(once))).toEqual(once);
    }),
  );
});

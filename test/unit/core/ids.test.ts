import { expect, test } from 'vitest';
import { idOf, kindOfId, newId } from '../../../shared/core/ids.ts';

test('ids made later sort behind ids made before', () => {
  const days = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z', '2030-06-01T00:00:00.000Z'];
  const ids = days.map((day) => newId('contact', day));
  expect(ids.toSorted()).toEqual(ids);
});

test('no two of many ids made in one millisecond are equal', () => {
  const ids = Array.from({ length: 5000 }, () => newId('deal', '2026-01-01T00:00:00.000Z'));
  expect(new Set(ids).size).toBe(5000);
});

test('an id is accepted as its own kind only', () => {
  const id = newId('contact');
  expect(idOf('contact').safeParse(id).success).toBe(true);
  expect(idOf('deal').safeParse(id).success).toBe(false);
});

test.each([
  ['empty', ''],
  ['short', 'ct_01J'],
  ['lower case', `ct_${'a'.repeat(26)}`],
  ['letters that ULIDs leave out', `ct_${'I'.repeat(26)}`],
  ['something behind it', `${newId('contact')}x`],
  ['a line behind it', `${newId('contact')}\n`],
  ['a key separator', `ct_01J#${'0'.repeat(22)}`],
])('an id with a fault is refused: %s', (_, id) => expect(idOf('contact').safeParse(id).success).toBe(false));

test('an id names its kind by its prefix, and another text none', () => {
  expect(kindOfId(newId('pipeline'))).toBe('pipeline');
  expect(kindOfId('xx_1')).toBeUndefined();
  expect(kindOfId('constructor')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { positionAfter } from '../../../web/console/src/screens/lists/views/between.ts';

const views = [{ position: 10 }, { position: 20 }, { position: 30 }];

test('a view that is moved stands between those that it is put between', () => {
  expect(positionAfter(views, 2, -1)).toBe(15);
  expect(positionAfter(views, 0, 1)).toBe(25);
});

test('a view that is moved to an end stands before or behind all', () => {
  expect(positionAfter(views, 1, -1)).toBe(5);
  expect(positionAfter(views, 1, 1)).toBe(31);
});

test('a view at an end goes no further', () => {
  expect(positionAfter(views, 0, -1)).toBeUndefined();
  expect(positionAfter(views, 2, 1)).toBeUndefined();
});

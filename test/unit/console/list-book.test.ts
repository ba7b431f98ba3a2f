import { expect, test } from 'vitest';
import {
  type Book,
  countOf,
  emptyBook,
  noted,
  pagesFor,
  placeOf,
} from '../../../web/console/src/screens/lists/book.ts';

/** A book of pages of these sizes, with more behind them unless it is whole. */
const aBook = (sizes: number[], isWhole = false): Book =>
  sizes.reduce((book, size, at) => {
    const isLast = isWhole && at === sizes.length - 1;
    return noted(book, at, size, isLast ? undefined : `after-${at}`);
  }, emptyBook);

test('a list of which nothing is known begins with its first page and none other', () => {
  expect(pagesFor(emptyBook, -50, 190)).toEqual([0]);
  expect(countOf(emptyBook)).toBe(0);
});

test('a page is asked for when the one before it has said where it begins', () => {
  const book = aBook([100]);
  expect(pagesFor(book, 0, 60)).toEqual([0]);
  expect(pagesFor(book, 0, 100)).toEqual([0, 1]);
  expect(book.leaves[1]?.cursor).toBe('after-0');
});

test('only the pages in sight are asked for, however many there are', () => {
  const book = aBook(Array.from({ length: 500 }, () => 100));
  expect(countOf(book)).toBe(50_000);
  expect(pagesFor(book, 24_950, 25_190)).toEqual([249, 250, 251]);
});

test('a record is found on its page, also where pages are not full', () => {
  const book = aBook([100, 0, 37, 100], true);
  expect(placeOf(book, 99)).toEqual({ page: 0, at: 99 });
  expect(placeOf(book, 100)).toEqual({ page: 2, at: 0 });
  expect(placeOf(book, 137)).toEqual({ page: 3, at: 0 });
  expect(placeOf(book, 237)).toBeUndefined();
  expect(book.isWhole).toBe(true);
});

test('when a page ends elsewhere the next one begins there, and the pages behind stay', () => {
  const book = noted(aBook([100, 100, 100], true), 0, 100, 'after-another');
  expect(book.leaves.map(({ cursor }) => cursor)).toEqual([undefined, 'after-another', 'after-1']);
  expect(countOf(book)).toBe(300);
  expect(book.isWhole).toBe(true);
});

test('a list that ends earlier forgets what was behind, and one that grew goes on', () => {
  const shorter = noted(aBook([100, 100, 100], true), 1, 20, undefined);
  expect(countOf(shorter)).toBe(120);
  expect(shorter.isWhole).toBe(true);
  const longer = noted(shorter, 1, 100, 'after-1');
  expect(longer.isWhole).toBe(false);
  expect(pagesFor(longer, 150, 250)).toEqual([1, 2]);
});

test('the same answer again changes nothing', () => {
  const book = aBook([100, 40], true);
  expect(noted(book, 0, 100, 'after-0')).toBe(book);
  expect(noted(book, 1, 40, undefined)).toBe(book);
});

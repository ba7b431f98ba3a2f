import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { isProblem } from '../../api/client.ts';
import type { AnyRecord } from '../../api/kinds.ts';
import type { Page } from '../../api/records.ts';
import { type Book, countOf, emptyBook, noted, pagesFor, placeOf } from './book.ts';
import { readPage, type Source, sourceKey } from './pages-request.ts';

/** Records that are asked for before they are in sight. */
const ahead = 150;
const behind = 50;
/** Pages that are kept to be read without a network; those further down are forgotten when they are out of sight. */
const kept = 2;
const farGcMs = 20_000;

/** Lists that were shown: who comes back to one finds it where they left it. */
const books = new Map<string, Book>();
const mostBooks = 20;
function keepBook(name: string, book: Book): void {
  books.delete(name);
  books.set(name, book);
  const [oldest] = books.keys();
  if (books.size > mostBooks && oldest !== undefined) books.delete(oldest);
}

/** How many records of a source were met so far, and whether these are all; undefined where it was never shown. */
export function knownOf(source: Source): { count: number; isWhole: boolean } | undefined {
  const book = books.get(JSON.stringify(sourceKey(source)));
  return book && { count: countOf(book), isWhole: book.isWhole };
}

const pageQuery = (source: Source, page: number, cursor: string | undefined) => ({
  queryKey: [...sourceKey(source), cursor ?? 'first'],
  queryFn: ({ signal }: { signal: AbortSignal }) => readPage(source, cursor, signal),
  ...(page >= kept && { gcTime: farGcMs, meta: { isFar: true } }),
});

export type Pages = {
  /** How many are known; there are more unless it is whole. */
  count: number;
  isWhole: boolean;
  recordAt: (index: number) => AnyRecord | undefined;
  /** All from one number to another; those that were forgotten are read again. */
  between: (from: number, to: number) => Promise<AnyRecord[]>;
  /** The ids of those around one, as far as they are kept, and where among them it stands. */
  around: (index: number, reach: number) => { ids: string[]; at: number };
  error: unknown;
  again: () => void;
};

/** The records of a source of which those from `first` to `last` are in sight. Use it under a key that changes with the source. */
export function usePages(source: Source, first: number, last: number): Pages {
  const name = JSON.stringify(sourceKey(source));
  const [book, setBook] = useState(() => books.get(name) ?? emptyBook);
  const pages = pagesFor(book, first - behind, last + ahead);
  const results = useQueries({
    queries: pages.map((page) => pageQuery(source, page, book.leaves[page]?.cursor)),
  });

  useEffect(() => {
    const isForeign = results.some(({ error }) => isProblem(error, 'cursor_invalid'));
    const now = pages.reduce((known, page, at) => {
      const data = results[at]?.data;
      const isSame = known.leaves[page]?.cursor === book.leaves[page]?.cursor;
      return data && isSame ? noted(known, page, data.items.length, data.cursor) : known;
    }, book);
    const next = isForeign && book !== emptyBook ? emptyBook : now;
    if (next === book) return;
    keepBook(name, next);
    setBook(next);
  });

  const recordAt = (index: number): AnyRecord | undefined => {
    const place = placeOf(book, index);
    return place && results[pages.indexOf(place.page)]?.data?.items[place.at];
  };
  const client = useQueryClient();
  const between = async (from: number, to: number) => {
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    const start = countOf({ ...book, leaves: book.leaves.slice(0, placeOf(book, first)?.page ?? 0) });
    const meant = pagesFor(book, first, last).map((page) =>
      client.ensureQueryData(pageQuery(source, page, book.leaves[page]?.cursor)),
    );
    const items = (await Promise.all(meant)).flatMap((page) => page.items);
    return items.slice(first - start, last - start + 1);
  };
  const keptAt = (index: number): AnyRecord | undefined => {
    const place = placeOf(book, index);
    const leaf = place && book.leaves[place.page];
    const page = leaf && client.getQueryData(pageQuery(source, place.page, leaf.cursor).queryKey);
    return page ? (page as Page).items[place.at] : undefined;
  };
  const around = (index: number, reach: number) => {
    const run = (step: 1 | -1) => {
      const ids: string[] = [];
      for (let at = index + step; Math.abs(at - index) <= reach; at += step) {
        const record = keptAt(at);
        if (!record) break;
        ids.push(record.id);
      }
      return ids;
    };
    const [before, own, after] = [run(-1).reverse(), keptAt(index), run(1)];
    return { ids: [...before, ...(own ? [own.id] : []), ...after], at: before.length };
  };
  const failed = results.filter(({ isError }) => isError);
  const again = useCallback(() => {
    for (const { refetch } of failed) void refetch();
  }, [failed]);
  return {
    count: countOf(book),
    isWhole: book.isWhole,
    recordAt,
    between,
    around,
    error: failed[0]?.error,
    again,
  };
}

/** Why a source cannot be read, for who stands beside the list. It asks for nothing itself. */
export const useSourceError = (source: Source): unknown =>
  useQuery({ ...pageQuery(source, 0, undefined), enabled: false }).error;

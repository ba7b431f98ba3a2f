import { AppError } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import type { Item } from '../core/projection.ts';
import { cursorOf, keyOf } from './cursor.ts';
import { queryItems } from './dynamo.ts';
import { partsOf, rangeAfter, type Stretch, type Wanted } from './scoped-page.ts';

/** The most records of a list that are read to answer a filter which no index of it serves. */
const mostReadThrough = 1000;
const aRead = 100;

const tooBroad = () =>
  new AppError(
    'unprocessable',
    'filter_too_broad',
    `More than ${mostReadThrough} records would have to be read for this filter. Ask for fewer (an owner, a tag, a time), or save the condition as a segment.`,
  );

/** All entries of a stretch in its order, 1,000 at most. Throws `filter_too_broad`. */
async function entriesIn(partitions: string[], stretch: Stretch, after: string | undefined): Promise<Item[]> {
  const pages = await Promise.all(
    partitions.map((pk) =>
      queryItems({
        ...stretch,
        pk,
        limit: mostReadThrough + 1,
        after: after === undefined ? undefined : { pk, sk: after },
      }),
    ),
  );
  const entries = pages.flatMap(({ items }) => items);
  if (entries.length > mostReadThrough || pages.some(({ last }) => last)) throw tooBroad();
  const sign = stretch.newestFirst ? -1 : 1;
  return entries.sort((a, b) => (a.sk < b.sk ? -sign : sign));
}

type Kept<T> = { record: T; sk: string };
/** The first records of these entries that `keeps` keeps; a BatchGet a hundred, until there are enough. */
async function firstKept<T extends { id: string }>(
  entries: Item[],
  enough: number,
  getMany: (ids: string[]) => Promise<T[]>,
  keeps: (record: T) => boolean,
): Promise<Kept<T>[]> {
  const kept: Kept<T>[] = [];
  for (let from = 0; from < entries.length && kept.length < enough; from += aRead) {
    const some = entries.slice(from, from + aRead);
    const records = await getMany(some.map(({ id }) => String(id)));
    const byId = new Map(records.map((record) => [record.id, record]));
    for (const { id, sk } of some) {
      const record = byId.get(String(id));
      if (record && keeps(record)) kept.push({ record, sk });
    }
  }
  return kept;
}

/**
 * A page of those records of a list that `keeps` keeps: a Query for each partition, and a BatchGet for each hundred records
 * until the page is full, ten at most. Throws 422 `filter_too_broad` where the list holds more than 1,000 from here on.
 */
export async function filteredPage<T extends { id: string }>(
  { base, partitions, merged, ...range }: Wanted,
  { limit, cursor }: PageRequest,
  scope: string,
  getMany: (ids: string[]) => Promise<T[]>,
  keeps: (record: T) => boolean,
): Promise<Page<T>> {
  const { all, bound } = partsOf({ partitions, ...(merged && { merged }) }, scope);
  const after = cursor ? (await keyOf(cursor, base, bound)).sk : undefined;
  const stretch = rangeAfter(range, after);
  if (!stretch) return { items: [] };
  const kept = await firstKept(await entriesIn(all, stretch, after), limit + 1, getMany, keeps);
  const page = kept.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ record }) => record),
    cursor: kept.length > limit && last ? await cursorOf({ pk: base, sk: last.sk }, bound) : undefined,
  };
}

type Sorting<T> = {
  getMany: (ids: string[]) => Promise<T[]>;
  keeps: (record: T) => boolean;
  /** Where a record stands in the order. */
  keyOf: (record: T) => string;
};
/**
 * A page of a list in an order that it is not kept in: all of its records are read, 1,000 at most, and put in order. Throws 422
 * `filter_too_broad` where it holds more.
 */
export async function sortedPage<T extends { id: string }>(
  { base, partitions, merged, newestFirst }: Wanted,
  { limit, cursor }: PageRequest,
  scope: string,
  { getMany, keeps, keyOf: placeOf }: Sorting<T>,
): Promise<Page<T>> {
  const { all, bound } = partsOf({ partitions, ...(merged && { merged }) }, scope);
  const after = cursor ? (await keyOf(cursor, base, bound)).sk : undefined;
  const entries = await entriesIn(all, {}, undefined);
  const ids = [...new Set(entries.map(({ id }) => String(id)))];
  const records = (await getMany(ids)).filter(keeps);
  const sign = newestFirst ? -1 : 1;
  const placed = records
    .map((record) => ({ record, sk: `${placeOf(record)}#${record.id}` }))
    .sort((a, b) => (a.sk < b.sk ? -sign : sign))
    .filter(({ sk }) => after === undefined || (newestFirst ? sk < after : sk > after));
  const page = placed.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ record }) => record),
    cursor: placed.length > limit && last ? await cursorOf({ pk: base, sk: last.sk }, bound) : undefined,
  };
}

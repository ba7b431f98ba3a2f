import type { Page, PageRequest } from '../core/page.ts';
import type { Item } from '../core/projection.ts';
import { cursorOf, keyOf } from './cursor.ts';
import { queryItems, type Range } from './dynamo.ts';

export type Wanted = Omit<Range, 'pk' | 'limit' | 'after'> & {
  /** The list's own key, to which the cursor is bound. */
  base: string;
  /** Where what is in reach lies (`partitionsFor`). */
  partitions: string[];
  /** Where it lies for a record that was merged into the one whose list it is: a cursor of before the merge goes on. */
  merged?: string[];
};
/** All partitions of a list, and what its cursor is bound to. */
export const partsOf = (
  { partitions, merged = [] }: Pick<Wanted, 'partitions' | 'merged'>,
  scope: string,
) => ({
  all: [...partitions, ...merged],
  bound: JSON.stringify([scope, ...partitions]),
});

export type Stretch = Pick<Range, 'from' | 'to' | 'newestFirst'>;
/** What is left of a range behind a cursor, if anything: a range that follows the time may have moved on since. */
export function rangeAfter({ from, to, newestFirst }: Stretch, sk: string | undefined): Stretch | undefined {
  const order = newestFirst === undefined ? {} : { newestFirst };
  const lower = from === undefined ? {} : { from };
  const upper = to === undefined ? {} : { to };
  if (sk === undefined) return { ...order, ...lower, ...upper };
  if (newestFirst) return from !== undefined && sk < from ? undefined : { ...order, ...lower };
  return to !== undefined && sk > to ? undefined : { ...order, ...upper };
}

/**
 * A page of what several partitions hold in one order: one Query each, merged. A sort key ends in the record's id, so that
 * it says by itself where every partition goes on. The cursor is bound to the list, to `scope` and to the partitions, so
 * that it is of no use to whom other records are in reach.
 */
export async function scopedPage<T>(
  { base, partitions, merged: joined, ...range }: Wanted,
  { limit, cursor }: PageRequest,
  scope: string,
  parse: (item: Item) => T,
): Promise<Page<T>> {
  const { all, bound } = partsOf({ partitions, ...(joined && { merged: joined }) }, scope);
  const after = cursor ? await keyOf(cursor, base, bound) : undefined;
  const rest = rangeAfter(range, after?.sk);
  if (!rest) return { items: [] };
  const pages = await Promise.all(
    all.map((pk) =>
      queryItems({
        ...range,
        from: undefined,
        to: undefined,
        ...rest,
        pk,
        limit: limit + 1,
        after: after && { pk, sk: after.sk },
      }),
    ),
  );
  const sign = range.newestFirst ? -1 : 1;
  const merged = pages.flatMap(({ items }) => items).sort((a, b) => (a.sk < b.sk ? -sign : sign));
  const page = merged.slice(0, limit);
  const last = page.at(-1);
  const more = merged.length > limit || pages.some(({ last: cut }) => cut !== undefined);
  return {
    items: page.map(parse),
    cursor: more && last ? await cursorOf({ pk: base, sk: last.sk }, bound) : undefined,
  };
}

/** The same, where the entries name records: one BatchGet more. What is gone or `belongs` no more is left out. */
export async function ownedPage<T>(
  wanted: Wanted,
  page: PageRequest,
  scope: string,
  getMany: (ids: string[]) => Promise<T[]>,
  belongs: (record: T) => boolean = () => true,
): Promise<Page<T>> {
  const { items: ids, cursor } = await scopedPage(wanted, page, scope, ({ id }) => String(id));
  const records = ids.length > 0 ? await getMany(ids) : [];
  return { items: records.filter(belongs), cursor };
}

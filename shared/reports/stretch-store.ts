import { AppError } from '../core/errors.ts';
import type { Item, Key } from '../core/projection.ts';
import { queryItems } from '../platform/dynamo.ts';

/** A Query reads 1 MB at most. */
const mostPages = 4;
const tooWide = () =>
  new AppError('invalid', 'report_too_wide', 'That is too much for one answer: ask for fewer months.');

/** All items of a stretch of a partition, of four pages at most: a report that left some out would be wrong. Throws `report_too_wide`. */
export async function readStretch(pk: string, from: string, to: string): Promise<Item[]> {
  const items: Item[] = [];
  let after: Key | undefined;
  for (let page = 0; page < mostPages; page++) {
    const read = await queryItems({ pk, from, to, limit: 20_000, after });
    items.push(...read.items);
    after = read.last;
    if (!after) return items;
  }
  throw tooWide();
}

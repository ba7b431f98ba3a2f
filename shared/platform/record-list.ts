import type { Page, PageRequest } from '../core/page.ts';
import type { Key } from '../core/projection.ts';
import { queryPage } from './cursor.ts';
import { queryItems, type Range } from './dynamo.ts';

/**
 * A page of records by the entries that name them: one Query and one BatchGet. The index follows the records within a
 * second, so a record that is gone, or that `belongs` no more, is left out, and a page may hold fewer than asked for.
 */
export async function recordPage<T>(
  range: Omit<Range, 'limit' | 'after'>,
  page: PageRequest,
  scope: string,
  getMany: (ids: string[]) => Promise<T[]>,
  belongs: (record: T) => boolean = () => true,
): Promise<Page<T>> {
  const { items: ids, cursor } = await queryPage(range, page, scope, ({ id }) => String(id));
  const records = ids.length > 0 ? await getMany(ids) : [];
  return { items: records.filter(belongs), cursor };
}

/** The first of the records that a list names that is looked for: one Query and one BatchGet a hundred, until it is found. */
export async function findListed<T>(
  pk: string,
  getMany: (ids: string[]) => Promise<T[]>,
  isWanted: (record: T) => boolean,
): Promise<T | undefined> {
  let after: Key | undefined;
  do {
    const { items, last } = await queryItems({ pk, limit: 100, after });
    const records = items.length > 0 ? await getMany(items.map(({ id }) => String(id))) : [];
    const found = records.find(isWanted);
    if (found) return found;
    after = last;
  } while (after);
  return undefined;
}

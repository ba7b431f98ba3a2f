import type { Page, PageRequest } from '../core/page.ts';
import { queryPage } from './cursor.ts';
import type { Range } from './dynamo.ts';

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

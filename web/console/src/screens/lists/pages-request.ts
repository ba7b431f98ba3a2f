import { api } from '../../api/client.ts';
import type { AnyRecord, Kind } from '../../api/kinds.ts';
import { keys, type Page, pathOf } from '../../api/records.ts';
import type { Condition } from './filter/condition.ts';

/** What a list is of: the records that a filter finds in an order, or those of a segment. */
export type Source = {
  kind: Kind;
  segmentId?: string;
  sort?: string;
  direction?: 'asc' | 'desc';
  filter?: Condition;
};

const pageSize = 100;
/** What fits into an address with everything else that stands there. */
const longestInUrl = 5000;

const bare = (entries: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

/** The request for a page; a condition that is too long for an address goes in a body. */
function requestOf({ kind, segmentId, sort, direction, filter }: Source, cursor?: string) {
  const paged = { limit: pageSize, cursor };
  if (segmentId) return { method: 'GET', path: `/v1/segments/${segmentId}/members`, query: paged };
  const query = bare({ sort, direction, filter, ...paged });
  const isLong = encodeURIComponent(JSON.stringify(filter ?? {})).length > longestInUrl;
  if (!isLong) return { method: 'GET', path: pathOf(kind), query };
  return { method: 'POST', path: `${pathOf(kind)}/search`, body: query, isOnce: true };
}

export async function readPage(source: Source, cursor?: string, signal?: AbortSignal): Promise<Page> {
  const { data } = await api().send(requestOf(source, cursor), signal && { signal });
  return data as Page;
}

/** Every record that a source finds, page after page; no page is asked for before it is needed. */
export async function* walk(source: Source, signal?: AbortSignal): AsyncGenerator<AnyRecord[]> {
  let cursor: string | undefined;
  do {
    const page = await readPage(source, cursor, signal);
    yield page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

export const sourceKey = (source: Source) => [...keys.lists(source.kind), bare(source)] as const;

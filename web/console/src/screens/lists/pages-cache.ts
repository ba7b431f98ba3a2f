import type { QueryClient } from '@tanstack/react-query';
import type { AnyRecord, Kind } from '../../api/kinds.ts';
import { keys, type Page } from '../../api/records.ts';

const isPage = (data: unknown): data is Page => Array.isArray((data as Page | undefined)?.items);

/** Shows records as they are now in every list that has them, before the lists are asked anew. */
export function putIntoPages(client: QueryClient, kind: Kind, records: readonly AnyRecord[]): void {
  const byId = new Map(records.map((record) => [record.id, record]));
  client.setQueriesData({ queryKey: keys.lists(kind) }, (data: unknown) => {
    if (!isPage(data) || !data.items.some(({ id }) => byId.has(id))) return data;
    return { ...data, items: data.items.map((item) => byId.get(item.id) ?? item) };
  });
  for (const record of records) {
    const key = keys.record(kind, record.id);
    if (client.getQueryData(key)) client.setQueryData(key, record);
  }
}

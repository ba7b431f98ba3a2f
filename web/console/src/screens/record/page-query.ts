import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { AnyRecord, Kind } from '../../api/kinds.ts';
import { forget, keys, pathOf } from '../../api/records.ts';

/** What the page of a record is told besides its fields, which no write of the record answers. */
const besides = [
  'timeline',
  'promises',
  'purchases',
  'risk',
  'scoring',
  'timeInStages',
  'idle',
  'lastActivity',
  'nextPlannedAt',
  'overdueSince',
];
const only = (record: AnyRecord | undefined, isKept: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => isKept(name))) as AnyRecord;
const alone = (record: AnyRecord) => only(record, (name) => !besides.includes(name));

export async function readRecord(kind: Kind, id: string, asOf?: string): Promise<AnyRecord> {
  const { data } = await api().send({ method: 'GET', path: pathOf(kind, id), query: { asOf } });
  return data as AnyRecord;
}

/** A record with what its page shows besides; until it is here, the record as a list has shown it. */
export const pageQuery = (client: QueryClient, kind: Kind, id: string) =>
  queryOptions({
    queryKey: keys.about(kind, id, 'page'),
    queryFn: async () => {
      const record = await readRecord(kind, id);
      client.setQueryData(keys.record(kind, id), alone(record));
      if (record.id !== id) keep(client, kind, record); // it was merged, and the one that stayed is known now
      return record;
    },
    placeholderData: () => client.getQueryData<AnyRecord>(keys.record(kind, id)),
  });

/** A record as it stood at a moment; that changes no more. */
export const asOfQuery = (kind: Kind, id: string, asOf: string) =>
  queryOptions({
    queryKey: keys.about(kind, id, `as of ${asOf}`),
    queryFn: () => readRecord(kind, id, asOf),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Shows what a write answered at once; what follows from it is asked for anew. */
export function keep(client: QueryClient, kind: Kind, record: AnyRecord): void {
  client.setQueryData(keys.record(kind, record.id), alone(record));
  client.setQueryData<AnyRecord>(
    keys.about(kind, record.id, 'page'),
    (page) => page && { ...only(page, (name) => besides.includes(name)), ...record },
  );
  forget(client, kind, record.id);
}

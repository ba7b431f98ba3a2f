import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import DataLoader from 'dataloader';
import { RapportError } from '../../../client/src/index.ts';
import { api } from './client.ts';
import { type AnyRecord, type Kind, plurals, type RecordOf } from './kinds.ts';

/** The keys under which answers lie, from the general to the particular, so that what changed can be asked for anew. */
export const keys = {
  record: (kind: Kind, id: string) => ['record', kind, id] as const,
  /** Everything that is told of a record beside itself: its timeline, history, links, files. */
  about: (kind: Kind, id: string, what?: string) => ['about', kind, id, ...(what ? [what] : [])] as const,
  lists: (kind: Kind) => ['list', kind] as const,
  /** How ready a contact is to buy, and how likely it leaves. */
  outlook: (contactId: string) => ['outlook', contactId] as const,
  outlooks: ['outlook'] as const,
  board: ['board'] as const,
  today: ['today'] as const,
};

export const pathOf = (kind: Kind, id?: string) =>
  `/v1/${plurals[kind]}${id ? `/${encodeURIComponent(id)}` : ''}`;

type Results<K extends Kind> = {
  results: { status: number; record?: RecordOf[K]; error?: { code: string; detail: string } }[];
};

/** Many records by id in one request: those that are asked for in the same tick, a hundred at a time. */
const loaderOf = <K extends Kind>(kind: K) =>
  new DataLoader<string, RecordOf[K]>(
    async (ids) => {
      const path = `${pathOf(kind)}/batch/read`;
      const { data } = await api().send({ method: 'POST', path, body: { ids }, isOnce: true });
      return (data as Results<K>).results.map(
        ({ status, record, error }) => record ?? new RapportError(`GET ${pathOf(kind)}`, status, error ?? {}),
      );
    },
    { maxBatchSize: 100, cache: false },
  );
const loaders = new Map<Kind, DataLoader<string, AnyRecord>>();
function loader(kind: Kind) {
  const there = loaders.get(kind) ?? (loaderOf(kind) as unknown as DataLoader<string, AnyRecord>);
  loaders.set(kind, there);
  return there;
}

const mergeable: readonly Kind[] = ['contact', 'company'];
/** Of many at once the id of one that was merged is not found; asked for by itself it leads to the record that it is a part of. */
async function readOne(kind: Kind, id: string): Promise<AnyRecord> {
  try {
    return await loader(kind).load(id);
  } catch (error) {
    const mayBeMerged = mergeable.includes(kind) && error instanceof RapportError && error.status === 404;
    if (!mayBeMerged) throw error;
    return (await api().send({ method: 'GET', path: pathOf(kind, id) })).data as AnyRecord;
  }
}

/** A record by its id. Several on one screen are one request. */
export const recordQuery = <K extends Kind>(kind: K, id: string) =>
  queryOptions({
    queryKey: keys.record(kind, id),
    queryFn: async () => (await readOne(kind, id)) as unknown as RecordOf[K],
  });

export type ListQuery = {
  sort?: string;
  direction?: string;
  ownerId?: string;
  tag?: string;
  filter?: Record<string, unknown>;
  limit?: number;
} & Record<string, unknown>;
export type Page<T = AnyRecord> = { items: T[]; cursor?: string };

/** A list page by page. What it brings is also kept record by record. */
export const listQuery = <K extends Kind>(kind: K, query: ListQuery, client?: QueryClient) =>
  infiniteQueryOptions({
    queryKey: [...keys.lists(kind), query],
    queryFn: async ({ pageParam, signal }) => {
      const asked = { method: 'GET', path: pathOf(kind), query: { ...query, cursor: pageParam } };
      const { data } = await api().send(asked, { signal });
      const page = data as Page<RecordOf[K]>;
      for (const record of page.items) client?.setQueryData(keys.record(kind, record.id), record);
      return page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }: Page<RecordOf[K]>) => cursor,
  });

/** What a changed record stands in is asked for anew where it is shown. */
export function forget(client: QueryClient, kind: Kind, id?: string): void {
  void client.invalidateQueries({ queryKey: keys.lists(kind) });
  void client.invalidateQueries({ queryKey: keys.today });
  if (kind === 'deal') void client.invalidateQueries({ queryKey: keys.board });
  if (!id) return;
  void client.invalidateQueries({ queryKey: keys.record(kind, id) });
  void client.invalidateQueries({ queryKey: keys.about(kind, id) });
}

import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { DuplicateRun, ListDuplicatesResponse } from '../../../../client/src/index.ts';
import { api } from '../../api/client.ts';
import type { AnyRecord } from '../../api/kinds.ts';
import { keys } from '../../api/records.ts';
import type { MatchKind, Reason } from './likeness.ts';

const pageSize = 50;
/** What is typed and not made yet, and what may become of records, is not kept for a time without a network. */
export const notKept = { isFar: true };
const all = ['duplicates'] as const;
export const pairsKey = (kind: MatchKind) => [...all, 'pairs', kind] as const;

/** Pairs that may be one, page by page, the most probable first. */
export const pairsQuery = (kind: MatchKind) =>
  infiniteQueryOptions({
    queryKey: pairsKey(kind),
    queryFn: ({ pageParam, signal }) =>
      api().listDuplicates(
        { query: { kind, limit: pageSize, ...(pageParam && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }: ListDuplicatesResponse) => cursor,
  });

export type Pairs = InfiniteData<ListDuplicatesResponse, string | undefined>;
export type Pair = ListDuplicatesResponse['items'][number];
/** The two of a pair, whatever their kind. */
export const twoOf = ({ records }: Pair) => records as unknown as [AnyRecord, AnyRecord];
export const pairKey = (pair: Pair) =>
  twoOf(pair)
    .map(({ id }) => id)
    .join(' ');

/** What one record may be. */
export type Duplicate = { probability: number; isSure: boolean; reasons: Reason[]; record: AnyRecord };
const duplicatesIn = ({ items }: { items: unknown[] }) => items as Duplicate[];

export const duplicatesOfQuery = (kind: MatchKind, id: string) =>
  queryOptions({
    queryKey: keys.about(kind, id, 'duplicates'),
    queryFn: async () =>
      duplicatesIn(
        kind === 'contact'
          ? await api().listContactDuplicates({ path: { contactId: id } })
          : await api().listCompanyDuplicates({ path: { companyId: id } }),
      ),
  });

/** One that was merged into a record, as it stood, and into which: that one, or another of them. */
export type MergedOne = { mergedInto: string; record: AnyRecord };
export const mergedQuery = (kind: MatchKind, id: string) =>
  queryOptions({
    queryKey: keys.about(kind, id, 'merged'),
    queryFn: async () => {
      const { items } =
        kind === 'contact'
          ? await api().listMergedContacts({ path: { contactId: id } })
          : await api().listMergedCompanies({ path: { companyId: id } });
      return items as unknown as MergedOne[];
    },
  });

/** Who is there already, of a record that is not made yet. Nothing is asked where nothing can be known. */
export const checkQuery = (kind: MatchKind, record: Record<string, unknown> | undefined) =>
  queryOptions({
    queryKey: [...all, 'check', kind, record] as const,
    queryFn: async ({ signal }) => {
      const asked = { method: 'POST', path: '/v1/duplicates/check', body: { kind, record } };
      const { data } = await api().send(asked, { signal });
      return duplicatesIn(data as { items: unknown[] });
    },
    enabled: record !== undefined,
    meta: notKept,
  });

const pollMs = 2000;
export const runKey = (kind: MatchKind) => [...all, 'run', kind] as const;
/** The last look through all records of a kind. One that is under way is asked for by its id, since lists may not have it yet. */
export const runQuery = (kind: MatchKind) =>
  queryOptions({
    queryKey: runKey(kind),
    queryFn: async ({ client }): Promise<DuplicateRun | null> => {
      const known = client.getQueryData<DuplicateRun | null>(runKey(kind));
      if (known?.status === 'running') return api().getDuplicateRun({ path: { dedupeId: known.id } });
      const { items } = await api().listDuplicateRuns({ query: { limit: 20 } });
      return items.find((run) => run.kind === kind) ?? null;
    },
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? pollMs : false),
  });

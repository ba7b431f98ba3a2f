import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ListFindingsResponse } from '../../../../client/src/index.ts';
import { api } from '../../api/client.ts';
import type { CheckedKind, CheckName } from './checks.ts';
import type { Finding } from './finding.ts';

const pageSize = 50;
/** Two years, at one a month. */
const shownGrades = 24;

/** Under one key, so that changes of records make all of it old. */
export const dataCheckKey = ['dataCheck'] as const;

export const countsQuery = queryOptions({
  queryKey: [...dataCheckKey, 'counts'] as const,
  queryFn: ({ signal }) => api().getDataCheck({}, { signal }),
});

/** The last grades, newest first; the key is the one that live changes of grades name. */
export const gradesQuery = queryOptions({
  queryKey: ['grades'] as const,
  queryFn: async ({ signal }) =>
    (await api().listGrades({ query: { limit: shownGrades } }, { signal })).items,
});

type FindingsPage = { items: Finding[]; cursor?: string };
export type FindingsPages = InfiniteData<FindingsPage, string | undefined>;
type Asked = { kind: CheckedKind; check: CheckName };

/** A page of what a check found. */
export async function findingsPage(
  { kind, check }: Asked,
  cursor: string | undefined,
  limit: number,
  signal: AbortSignal,
): Promise<FindingsPage> {
  const query = { kind, check, limit, ...(cursor !== undefined && { cursor }) };
  const page: ListFindingsResponse = await api().listFindings({ query }, { signal });
  return page as unknown as FindingsPage;
}

export const findingsKey = ({ kind, check }: Asked) => [...dataCheckKey, 'findings', kind, check] as const;
/** What a check found, page by page, the newest first. */
export const findingsQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: findingsKey(asked),
    queryFn: ({ pageParam, signal }) => findingsPage(asked, pageParam, pageSize, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }: FindingsPage) => cursor,
  });

/** The list without what was mended. */
export const withoutMended = (
  { pages, pageParams }: FindingsPages,
  ids: ReadonlySet<string>,
): FindingsPages => ({
  pageParams,
  pages: pages.map((page) => ({ ...page, items: page.items.filter(({ record }) => !ids.has(record.id)) })),
});

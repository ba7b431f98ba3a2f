import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AnyResult, Import } from '../../../../client/src/index.ts';
import { api } from '../../api/client.ts';
import { isBusy, pauseOf } from './steps.ts';

const pageSize = 50;
const nextOf = ({ cursor }: { cursor?: string }) => cursor;
const first = undefined as string | undefined;
const page = (cursor: string | undefined) => ({ limit: pageSize, ...(cursor && { cursor }) });

export const importKeys = {
  all: ['imports'] as const,
  one: (id: string) => ['imports', 'one', id] as const,
};

/** What was kept of another time may be of another step: it is always asked for anew. */
const anew = { staleTime: 0, refetchOnMount: 'always' } as const;
const watchMs = 5_000;

export const importsQuery = infiniteQueryOptions({
  ...anew,
  queryKey: [...importKeys.all, 'list'],
  queryFn: ({ pageParam, signal }) => api().listImports({ query: page(pageParam) }, { signal }),
  initialPageParam: first,
  getNextPageParam: nextOf,
  refetchInterval: ({ state: { data } }) =>
    data?.pages.some(({ items }) => items.some(isBusy)) ? watchMs : false,
});

/** An import; looked at again and again while it is being worked on. */
export const importQuery = (importId: string) =>
  queryOptions({
    ...anew,
    queryKey: importKeys.one(importId),
    queryFn: ({ signal }): Promise<Import> => api().getImport({ path: { importId } }, { signal }),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && isBusy(data) ? pauseOf(data, Date.now()) : false,
  });

const shownRows = 20;
/** The first rows as they were read; of one reading, which the version says. */
export const firstRowsQuery = ({ id, format }: Import) =>
  queryOptions({
    queryKey: ['import-rows', id, format],
    queryFn: async () => {
      const query = { limit: shownRows };
      return (await api().listImportRows({ path: { importId: id }, query })).items;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

export type Outcome = 'new' | 'existing' | 'repeated' | 'invalid';
/** The rows of an outcome; of one dry run, which the version says. */
export const checkedQuery = ({ id, version }: Import, outcome: Outcome) =>
  infiniteQueryOptions({
    queryKey: ['import-checked', id, version, outcome],
    queryFn: ({ pageParam, signal }) =>
      api().listCheckedRows({ path: { importId: id }, query: { outcome, ...page(pageParam) } }, { signal }),
    initialPageParam: first,
    getNextPageParam: nextOf,
    staleTime: Number.POSITIVE_INFINITY,
  });

export type Result = AnyResult;
/** The rows by what became of them. */
export const resultsQuery = ({ id, version }: Import, result: Result) =>
  infiniteQueryOptions({
    queryKey: ['import-results', id, version, result],
    queryFn: ({ pageParam, signal }) =>
      api().listImportResults({ path: { importId: id }, query: { result, ...page(pageParam) } }, { signal }),
    initialPageParam: first,
    getNextPageParam: nextOf,
    staleTime: Number.POSITIVE_INFINITY,
  });

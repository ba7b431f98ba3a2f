import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  useInfiniteQuery,
} from '@tanstack/react-query';
import type { DataExport, DataExportList } from '../../../../client/src/index.ts';
import { api } from '../../api/client.ts';
import type { Watched } from './watched.ts';

const soonMs = 1500;
const laterMs = 5000;
const longMs = 60_000;
type Begun = Pick<DataExport, 'status' | 'createdAt'>;
/** How soon to look again at exports of which one is written: seldom where it takes long. False where nothing goes on. */
export function lookAgainMs(all: readonly Begun[], now = Date.now()): number | false {
  const begun = all
    .filter(({ status }) => status === 'running')
    .map(({ createdAt }) => Date.parse(createdAt));
  if (begun.length === 0) return false;
  return now - Math.max(...begun) < longMs ? soonMs : laterMs;
}

/** My exports, newest first. The list gives out no links, so that looking at it is not on record. */
export const exportsQuery = infiniteQueryOptions({
  queryKey: ['dataExports'],
  queryFn: ({ pageParam, signal }) =>
    api().listDataExports({ query: { limit: 25, ...(pageParam && { cursor: pageParam }) } }, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ cursor }) => cursor,
  refetchOnMount: 'always', // what was kept from before a reload may have been at work then
  refetchInterval: ({ state }) => lookAgainMs(state.data?.pages[0]?.items ?? []),
});

type Pages = InfiniteData<DataExportList, string | undefined>;
/** The list follows a write within a second. */
const caughtUpMs = 2500;

/** The list with one that was just asked for, before it knows of it. */
export function putExport(client: QueryClient, one: DataExport): void {
  void client.cancelQueries({ queryKey: exportsQuery.queryKey });
  client.setQueryData<Pages>(exportsQuery.queryKey, (all) => {
    const [first, ...rest] = all?.pages ?? [];
    const items = [one, ...(first?.items ?? []).filter(({ id }) => id !== one.id)];
    return { pageParams: all?.pageParams ?? [undefined], pages: [{ ...first, items }, ...rest] };
  });
  setTimeout(() => void client.invalidateQueries({ queryKey: exportsQuery.queryKey }), caughtUpMs);
}

/** The list without one that was just deleted. */
export function dropExport(client: QueryClient, gone: string): void {
  void client.cancelQueries({ queryKey: exportsQuery.queryKey });
  client.setQueryData<Pages>(
    exportsQuery.queryKey,
    (all) =>
      all && {
        ...all,
        pages: all.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== gone) })),
      },
  );
  setTimeout(() => void client.invalidateQueries({ queryKey: exportsQuery.queryKey }), caughtUpMs);
}

/** One that is waited for: as it is listed, or not listed yet; or `gone`, where it was deleted, here or elsewhere. */
export type Followed =
  | { state: 'listed'; watched: Watched; one: DataExport }
  | { state: 'begun' | 'gone'; watched: Watched };

const listedWithinMs = 15_000;
/** `listed`: as it was read last, and whether that was since the page is there. `now`: milliseconds since 1970. */
export function follow(
  watched: Watched,
  listed: { all: readonly DataExport[]; isFresh: boolean },
  now = Date.now(),
): Followed {
  const one = listed.all.find(({ id }) => id === watched.id);
  if (one) return { state: 'listed', watched, one };
  const isYoung = now - Date.parse(watched.createdAt) < listedWithinMs;
  return { state: isYoung || !listed.isFresh ? 'begun' : 'gone', watched };
}

/** Looks as often as the list does, and soon where one that is waited for is not in it yet. */
export function useFollowed(watched: readonly Watched[]): Followed[] {
  const { data, isFetchedAfterMount } = useInfiniteQuery({
    ...exportsQuery,
    refetchInterval: ({ state }) => {
      const items = state.data?.pages[0]?.items ?? [];
      const isMissing = watched.some(({ id }) => !items.some((one) => one.id === id));
      return isMissing ? soonMs : lookAgainMs(items);
    },
  });
  const all = data?.pages.flatMap(({ items }) => items) ?? [];
  return watched.map((one) => follow(one, { all, isFresh: isFetchedAfterMount }));
}

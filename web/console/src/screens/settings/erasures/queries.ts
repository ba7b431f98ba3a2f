import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ErasureStep } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';

const soonMs = 1500;

/** What an erasure goes through; it looks again a day later for what came late. */
export const steps = [
  'activities',
  'intakes',
  'deals',
  'tasks',
  'records',
  'links',
  'messages',
  'files',
  'exports',
  'history',
  'look again',
] as const satisfies ErasureStep[];

/** The ledger of erasures, newest first. */
export const erasuresQuery = infiniteQueryOptions({
  queryKey: ['erasures'],
  queryFn: ({ pageParam }) =>
    api().listErasures({ query: { limit: 25, ...(pageParam && { cursor: pageParam }) } }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ cursor }) => cursor,
  refetchInterval: ({ state }) =>
    state.data?.pages[0]?.items.some(({ status }) => status !== 'done') ? soonMs : false,
});

/** How far an erasure is; asked for again until nothing is left. */
export const erasureQuery = (erasureId: string) =>
  queryOptions({
    queryKey: ['erasures', 'one', erasureId],
    queryFn: () => api().getErasure({ path: { erasureId } }),
    refetchInterval: ({ state }) => (state.data?.status === 'done' ? false : soonMs),
  });

/** An archive on its way. Each look at one that is ready gives out a link, which is on record: so it is not looked at again. */
export const exportQuery = (exportId: string) =>
  queryOptions({
    queryKey: ['exports', exportId],
    queryFn: () => api().getExport({ path: { exportId } }),
    refetchInterval: ({ state }) => (state.data && state.data.status !== 'requested' ? false : soonMs),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

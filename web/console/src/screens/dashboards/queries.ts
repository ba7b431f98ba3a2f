import { queryOptions } from '@tanstack/react-query';
import type { Dashboard } from '../../../../client/src/index.ts';
import { api } from '../../api/client.ts';

export type Tile = Dashboard['tiles'][number];

/** My dashboards and the shared ones, by name: there are at most a hundred and fifty of them. */
export const dashboardsQuery = queryOptions({
  queryKey: ['dashboards'] as const,
  queryFn: async ({ signal }) => {
    const all: Dashboard[] = [];
    for await (const one of api().all('listDashboards', { query: { limit: 100 } }, { signal })) all.push(one);
    return all;
  },
});

/** What a tile says now, to who is signed in. */
export const tileQuery = (dashboardId: string, tile: Tile) =>
  queryOptions({
    queryKey: ['tiles', dashboardId, tile] as const,
    queryFn: ({ signal }) => api().getTileFigures({ path: { dashboardId, tileId: tile.id } }, { signal }),
  });

/** The reports that one may ask for, with their lists and figures: they change with a release alone. */
export const reportsQuery = queryOptions({
  queryKey: ['reports'] as const,
  queryFn: async ({ signal }) => (await api().listReports({}, { signal })).items,
  staleTime: Number.POSITIVE_INFINITY,
});

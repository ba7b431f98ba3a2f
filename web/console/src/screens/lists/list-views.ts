import { queryOptions } from '@tanstack/react-query';
import type { Segment, View } from '../../../../client/src/index.ts';
import { api } from '../../api/client.ts';
import type { ListedKind } from '../../api/kinds.ts';

const minuteMs = 60_000;
const page = { limit: 100 };

/** My views of a kind's list and those that are shared; boards are shown elsewhere. */
export const viewsQuery = (of: ListedKind) =>
  queryOptions({
    queryKey: ['views', of],
    queryFn: async (): Promise<View[]> => {
      const views = await Array.fromAsync(api().all('listViews', { query: { ...page, of } }));
      return views.filter(({ layout }) => layout === 'table');
    },
    staleTime: minuteMs,
  });

/** Kinds of which there are segments. */
const segmented = ['contact', 'company', 'deal', 'order', 'ticket'] as const;
export type SegmentKind = (typeof segmented)[number];
export const hasSegments = (kind: ListedKind): kind is SegmentKind => segmented.includes(kind as SegmentKind);

export const segmentsQuery = (of: ListedKind) =>
  queryOptions({
    queryKey: ['segments', of],
    queryFn: async (): Promise<Segment[]> => {
      if (!hasSegments(of)) return [];
      return Array.fromAsync(api().all('listSegments', { query: { ...page, of } }));
    },
    staleTime: minuteMs,
  });

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ListSuppressionsResponse } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';

export type Suppression = ListSuppressionsResponse['items'][number];
export type SuppressionReason = Suppression['reasons'][number]['reason'];
export const suppressionReasons = [
  'unsubscribed',
  'bounced',
  'complained',
  'manual',
] as const satisfies SuppressionReason[];

/** Everything that is read of who gets no advertising. */
export const suppressionsKey = ['mail', 'suppressions'];

export const suppressionsQuery = (reason: SuppressionReason | undefined) =>
  infiniteQueryOptions({
    queryKey: [...suppressionsKey, 'list', reason],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...(reason && { reason }), ...(pageParam && { cursor: pageParam }) };
      return api().listSuppressions({ query }, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }: ListSuppressionsResponse) => cursor,
  });

/** What is said against an address, by any spelling of it. It is not kept: it is an address that somebody typed. */
export const lookUpQuery = (address: string) =>
  queryOptions({
    queryKey: [...suppressionsKey, 'of', address],
    queryFn: () => api().lookUpSuppression({ query: { address } }),
    gcTime: 0,
    meta: { isFar: true },
    staleTime: 0,
  });

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';

/** A workspace has at most twenty. */
export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: () => Array.fromAsync(api().all('listWebhooks', { query: { limit: 100 } })),
});

export type Trouble = 'retrying' | 'failed';
const soonMs = 1500;
const laterMs = 20_000;

/** What a webhook was told, newest first; asked for again soon while something is on its way. */
export const deliveriesQuery = (webhookId: string, status: Trouble | undefined) =>
  infiniteQueryOptions({
    queryKey: ['deliveries', webhookId, status ?? 'all'],
    queryFn: ({ pageParam }) =>
      api().listWebhookDeliveries({
        path: { webhookId },
        query: { limit: 25, ...(status && { status }), ...(pageParam && { cursor: pageParam }) },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.items.some((delivery) => delivery.status === 'pending') ? soonMs : laterMs,
  });

export const deliveryQuery = (webhookId: string, deliveryId: string) =>
  queryOptions({
    queryKey: ['deliveries', webhookId, 'one', deliveryId],
    queryFn: () => api().getWebhookDelivery({ path: { webhookId, deliveryId } }),
    refetchInterval: ({ state }) => (state.data?.status === 'pending' ? soonMs : laterMs),
  });

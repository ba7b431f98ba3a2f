import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';

/** A kind has at most fifty. One whose records are still looked at is asked for again until they are. */
export const segmentsQuery = queryOptions({
  queryKey: ['segments', 'all'],
  queryFn: () => Array.fromAsync(api().all('listSegments', { query: { limit: 100 } })),
  refetchInterval: ({ state }) => (state.data?.some(({ ready }) => !ready) ? 2000 : false),
});

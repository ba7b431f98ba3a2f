import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

const minuteMs = 60_000;
export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => api().getMe(), staleTime: minuteMs });
export const workspaceQuery = queryOptions({
  queryKey: ['workspace'],
  queryFn: () => api().getWorkspace(),
  staleTime: 5 * minuteMs,
});
export const pipelinesQuery = queryOptions({
  queryKey: ['pipelines'],
  queryFn: () => Array.fromAsync(api().all('listPipelines')),
  staleTime: 5 * minuteMs,
});
export const fieldsQuery = queryOptions({
  queryKey: ['fields'],
  queryFn: async () => (await api().listFields()).items,
  staleTime: 5 * minuteMs,
});

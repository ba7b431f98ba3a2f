import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';

/** A workspace has at most a hundred. */
export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: () => Array.fromAsync(api().all('listRules', { query: { limit: 100 } })),
});
const shownVersions = 20;
/** The live version and those before it, by which runs still go; asked for by number, so that a new one is another question. */
export const versionsQuery = (ruleId: string, newest: number | undefined) =>
  queryOptions({
    queryKey: ['rules', ruleId, 'versions', newest],
    queryFn: async () =>
      (await api().listRuleVersions({ path: { ruleId }, query: { limit: shownVersions } })).items,
    enabled: newest !== undefined,
  });

export type Trouble = 'waiting' | 'failed' | 'stopped';
const watchMs = 15_000;
const runKeys = (ruleId: string) => ['rules', ruleId, 'runs'] as const;
/** What a rule has done, newest first. */
export const runsQuery = (ruleId: string, status: Trouble | undefined) =>
  infiniteQueryOptions({
    queryKey: [...runKeys(ruleId), status ?? 'all'],
    queryFn: ({ pageParam }) =>
      api().listRuleRuns({
        path: { ruleId },
        query: { limit: 25, ...(status && { status }), ...(pageParam && { cursor: pageParam }) },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
    refetchInterval: watchMs,
  });
export const runQuery = (ruleId: string, runId: string) =>
  queryOptions({
    queryKey: [...runKeys(ruleId), 'one', runId],
    queryFn: () => api().getRuleRun({ path: { ruleId, runId } }),
  });
/** The last run of a rule. */
export const lastRunQuery = (ruleId: string) =>
  queryOptions({
    queryKey: [...runKeys(ruleId), 'last'],
    queryFn: async () =>
      (await api().listRuleRuns({ path: { ruleId }, query: { limit: 1 } })).items[0] ?? null,
    staleTime: 60_000,
  });
/** What rules have done for a record. */
export const recordRunsQuery = (recordId: string) =>
  infiniteQueryOptions({
    queryKey: ['rules', 'of', recordId],
    queryFn: ({ pageParam }) =>
      api().listRecordRuleRuns({
        path: { recordId },
        query: { limit: 10, ...(pageParam && { cursor: pageParam }) },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
  });

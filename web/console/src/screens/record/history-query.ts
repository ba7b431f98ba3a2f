import { infiniteQueryOptions } from '@tanstack/react-query';
import type { HistoryEntryList } from '../../../../client/src/index.ts';
import { api } from '../../api/client.ts';
import type { Kind } from '../../api/kinds.ts';
import { keys, pathOf } from '../../api/records.ts';

/** The changes of a record, newest first. */
export const historyQuery = (kind: Kind, id: string) =>
  infiniteQueryOptions({
    queryKey: keys.about(kind, id, 'history'),
    queryFn: async ({ pageParam, signal }) => {
      const asked = {
        method: 'GET',
        path: `${pathOf(kind, id)}/history`,
        query: { limit: 50, cursor: pageParam },
      };
      return (await api().send(asked, { signal })).data as HistoryEntryList;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
  });

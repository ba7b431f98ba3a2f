import { queryOptions, useQuery } from '@tanstack/react-query';
import DataLoader from 'dataloader';
import type { Outlook } from '../../../../client/src/index.ts';
import { api } from '../../api/client.ts';
import { keys } from '../../api/records.ts';

/** Rows and cards come onto the page over some frames: what all of them ask for is one request. */
const gatheredMs = 40;
const loader = new DataLoader<string, Outlook | null>(
  async (ids) => {
    const { items } = await api().readContactOutlooks({ body: { ids: [...ids] } });
    const byId = new Map(items.map((item) => [item.contactId, item]));
    return ids.map((id) => byId.get(id) ?? null);
  },
  { maxBatchSize: 100, cache: false, batchScheduleFn: (run) => void setTimeout(run, gatheredMs) },
);

const minuteMs = 60_000;
/** A contact's score and risk of leaving with their reasons; null of one that the reader does not see. A change of either is told live. */
const outlookQuery = (contactId: string) =>
  queryOptions({
    queryKey: keys.outlook(contactId),
    queryFn: () => loader.load(contactId),
    staleTime: 5 * minuteMs,
    gcTime: 10 * minuteMs,
  });

export const useOutlook = (contactId: string | undefined): Outlook | undefined =>
  useQuery({ ...outlookQuery(contactId ?? ''), enabled: contactId !== undefined }).data ?? undefined;

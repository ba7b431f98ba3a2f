import { queryOptions } from '@tanstack/react-query';
import DataLoader from 'dataloader';
import { type Activity, RapportError } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';

/** What a line of the timeline leaves out. All that are on the screen are one request. */
const activities = new DataLoader<string, Activity>(
  async (ids) => {
    const { results } = await api().batchReadActivities({ body: { ids: [...ids] } });
    return results.map(
      ({ status, record, error }) => record ?? new RapportError('GET /v1/activities', status, error ?? {}),
    );
  },
  { maxBatchSize: 100, cache: false },
);

export const activityQuery = (id: string) =>
  queryOptions({ queryKey: ['activity', id], queryFn: () => activities.load(id) });

const linksLiveMs = 240_000;
/** A mail as it was sent. The links of its attachments live for five minutes. */
export const mailQuery = (activityId: string) =>
  queryOptions({
    queryKey: ['activity', activityId, 'mail'],
    queryFn: () => api().getActivityMail({ path: { activityId } }),
    staleTime: linksLiveMs,
    refetchInterval: linksLiveMs,
  });

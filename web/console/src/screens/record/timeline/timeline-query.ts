import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query';
import type { HistoryEntry, TimelineEntry, TimelineEntryList } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import type { ListedKind } from '../../../api/kinds.ts';
import { keys, pathOf } from '../../../api/records.ts';
import { pageQuery } from '../page-query.ts';

/** The kinds whose page has a timeline; of the others the changes are told. */
export const hasTimeline = (kind: ListedKind) => kind === 'contact' || kind === 'deal';

const asChange = ({ id, at, kind, by, cause, fields }: HistoryEntry): TimelineEntry => ({
  type: 'change',
  id,
  at,
  kind,
  by,
  ...(cause && { cause }),
  fields,
});

/** The newest of a timeline come with the page, and are not asked for twice. */
async function read(client: QueryClient, kind: ListedKind, id: string, cursor: string | undefined) {
  if (hasTimeline(kind) && !cursor) {
    const page = await client.fetchQuery({ ...pageQuery(client, kind, id), staleTime: 2000 });
    if (page.timeline) return page.timeline as TimelineEntryList;
  }
  const what = hasTimeline(kind) ? 'timeline' : 'history';
  const asked = { method: 'GET', path: `${pathOf(kind, id)}/${what}`, query: { limit: 30, cursor } };
  const { data } = await api().send(asked);
  if (hasTimeline(kind)) return data as TimelineEntryList;
  const { items, ...rest } = data as { items: HistoryEntry[]; cursor?: string };
  return { ...rest, items: items.map(asChange) };
}

export const timelineQuery = (client: QueryClient, kind: ListedKind, id: string) =>
  infiniteQueryOptions({
    queryKey: keys.about(kind, id, 'timeline'),
    queryFn: ({ pageParam }): Promise<TimelineEntryList> => read(client, kind, id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
  });

/** What the timeline may be narrowed to. */
export const shows = ['call', 'email', 'meeting', 'note', 'form_submission', 'file', 'change'] as const;
export type Show = (typeof shows)[number];
export const isShow = (text: unknown): text is Show => shows.includes(text as Show);

export const isOf = (entry: TimelineEntry, show: Show | undefined): boolean => {
  if (!show) return true;
  if (entry.type !== 'activity') return entry.type === show;
  return entry.activity.kind === show;
};

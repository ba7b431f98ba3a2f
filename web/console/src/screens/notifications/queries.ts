import { type InfiniteData, infiniteQueryOptions, useQueryClient } from '@tanstack/react-query';
import type { ListNotificationsResponse } from '../../../../client/src/index.ts';
import { api } from '../../api/client.ts';
import { notificationsKey, unreadQuery } from '../../api/notifications.ts';
import { once, useWrite } from '../../api/write.ts';
import { useToast } from '../../parts/toast.tsx';

export type Notification = ListNotificationsResponse['items'][number];
type Pages = InfiniteData<ListNotificationsResponse>;
const listsKey = [...notificationsKey, 'list'];
const pageSize = 50;

export const notificationsQuery = (onlyUnread: boolean) =>
  infiniteQueryOptions({
    queryKey: [...listsKey, onlyUnread ? 'unread' : 'all'],
    queryFn: async ({ pageParam, signal, client }) => {
      const query = {
        limit: pageSize,
        ...(onlyUnread && { unread: 'true' as const }),
        ...(pageParam && { cursor: pageParam }),
      };
      const page = await api().listNotifications({ query }, { signal });
      client.setQueryData(unreadQuery.queryKey, page.unreadCount);
      return page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
  });

const asRead = (pages: Pages | undefined, isMeant: (one: Notification) => boolean): Pages | undefined =>
  pages && {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.map((one) => (isMeant(one) ? { ...one, isRead: true } : one)),
    })),
  };

/** Marks notifications as read, at once in sight; without a network when there is one again. */
export function useReading() {
  const client = useQueryClient();
  const toast = useToast();
  const write = useWrite({
    onError: (error) => {
      toast.failed(error);
      void client.invalidateQueries({ queryKey: listsKey });
    },
    onSettled: () => void client.invalidateQueries({ queryKey: unreadQuery.queryKey }),
  });
  const mark = (isMeant: (one: Notification) => boolean, left: (unread: number) => number) => {
    client.setQueriesData<Pages>({ queryKey: listsKey }, (pages) => asRead(pages, isMeant));
    client.setQueryData(unreadQuery.queryKey, (unread) => unread && Math.max(0, left(unread)));
  };
  return {
    read: ({ id, isRead }: Notification) => {
      if (isRead) return;
      mark(
        (one) => one.id === id,
        (unread) => unread - 1,
      );
      write.mutate(once({ method: 'POST', path: `/v1/notifications/${id}/read`, body: {} }));
    },
    /** What came since the newest that was seen stays unread. */
    readAll: (before: string) => {
      mark(
        ({ createdAt }) => createdAt <= before,
        () => 0,
      );
      write.mutate(once({ method: 'POST', path: '/v1/notifications/read-all', body: { before } }));
    },
  };
}

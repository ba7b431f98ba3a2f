import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './client.ts';

/** Everything that is read of notifications lies under it. */
export const notificationsKey = ['notifications'];

/** How many are unread; 100 stands for as many or more. */
export const unreadQuery = queryOptions({
  queryKey: [...notificationsKey, 'unread'],
  queryFn: async () => (await api().listNotifications({ query: { limit: 1, unread: 'true' } })).unreadCount,
});

/** As it is known: `UnreadWatch` reads it once the first sight is there. */
export const useUnread = () => useQuery({ ...unreadQuery, enabled: false }).data ?? 0;

import { useQuery } from '@tanstack/react-query';
import { unreadQuery } from '../api/notifications.ts';
import { useIsLive } from './standing.ts';

const askedEveryMs = 60_000;

/** Keeps the number of unread notifications as it is: told live, and asked for where nobody tells. */
export function UnreadWatch() {
  const isLive = useIsLive();
  useQuery({ ...unreadQuery, refetchInterval: !isLive && askedEveryMs });
  return null;
}

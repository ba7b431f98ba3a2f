import type { QueryClient } from '@tanstack/react-query';
import { RapportError } from '../../../client/src/index.ts';
import { api, isProblem } from '../api/client.ts';
import { notificationsKey } from '../api/notifications.ts';
import { keys } from '../api/records.ts';
import { affectedBy } from './affected.ts';
import type { LiveDoors } from './connection.ts';
import type { Change } from './decide.ts';
import { type FeedPage, readOn } from './feed.ts';
import { tellListeners } from './listeners.ts';
import { onceInAWhile } from './once-in-a-while.ts';
import { setStanding } from './standing.ts';

const whileMs = 1_000;
/** What stands beside records, the day, what may be there twice, and what is wrong with the data may be of anybody's changes. */
const longerMs = 5_000;
const isSlow = (key: string) => ['about', 'today', 'duplicates', 'dataCheck'].includes(key);

async function ticket(): Promise<string> {
  const asked = { method: 'POST', path: '/v1/live/tickets', body: {} };
  const { data } = await api().send(asked, { retries: { most: 0 } });
  return (data as { url: string }).url;
}
function refusal(error: unknown): { status: number; retryAfterMs?: number } {
  if (!(error instanceof RapportError)) return { status: 0 };
  const { status, retryAfterS } = error;
  return { status, ...(retryAfterS !== undefined && { retryAfterMs: retryAfterS * 1000 }) };
}

/** The place in the feed up to which this page knows everything; a page that is opened later goes on from where the last one was. */
function keptCursor(whose: string) {
  const at = `rapport.changes ${whose}`;
  let cursor = localStorage.getItem(at) ?? undefined;
  return {
    get: () => cursor,
    set(next: string) {
      cursor = next;
      localStorage.setItem(at, next);
    },
  };
}

/** What a change makes old is marked so: what is on the screen is read again at once, all else when it is shown. */
function teller(client: QueryClient): (changes: Change[]) => void {
  const versionOf = (kind: string, id: string) =>
    client.getQueryData<{ version?: number }>(['record', kind, id])?.version;
  const invalidate = (key: string) => void client.invalidateQueries({ queryKey: JSON.parse(key) });
  const soon = onceInAWhile(whileMs, invalidate);
  const later = onceInAWhile(longerMs, invalidate);
  const showing = (ids: string[]) =>
    client
      .getQueryCache()
      .findAll({ queryKey: ['stage'] })
      .filter(({ state }) => {
        const text = JSON.stringify(state.data ?? '');
        return ids.some((id) => text.includes(id));
      });
  return (changes) => {
    const affected = affectedBy(changes, versionOf);
    for (const queryKey of affected.now) void client.invalidateQueries({ queryKey });
    for (const key of affected.soon) (isSlow(key[0] ?? '') ? later : soon)(JSON.stringify(key));
    for (const { queryKey } of showing(affected.ids)) soon(JSON.stringify(queryKey));
  };
}

/** A connection's doors to the page: the API, the cache, and where the feed's cursor is kept. */
export function liveDoors(client: QueryClient, whose: string): LiveDoors {
  const cursor = keptCursor(whose);
  const tell = teller(client);
  const read = async (from: string | undefined): Promise<FeedPage> =>
    (await api().listChanges({ query: from === undefined ? { from: 'now' } : { cursor: from } })) as FeedPage;
  const feed = {
    read,
    isExpired: (error: unknown) => isProblem(error, 'cursor_expired', 'cursor_invalid'),
    tell: (changes: Change[]) => {
      tell(changes);
      // A score that moved is told by a frame alone, which was missed: what moved it stands in the feed.
      if (changes.length > 0) void client.invalidateQueries({ queryKey: keys.outlooks });
    },
    tellAll: () => void client.invalidateQueries(),
  };
  return {
    ticket,
    refusal,
    tell: (changes) => {
      tell(changes);
      tellListeners(changes);
    },
    readScreen: () => void client.invalidateQueries({ refetchType: 'active' }),
    readNotifications: () => void client.invalidateQueries({ queryKey: notificationsKey }),
    stands: setStanding,
    // What cannot be read now is read at the next opening, from the same cursor.
    readFeed: () => void readOn(cursor.get(), feed).then(cursor.set, () => undefined),
    signedOut: () => void client.invalidateQueries({ queryKey: ['me'] }),
  };
}

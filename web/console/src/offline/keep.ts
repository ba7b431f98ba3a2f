import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister';
import { type DehydratedState, onlineManager, type Query, type QueryClient } from '@tanstack/react-query';
import { type PersistedClient, persistQueryClient } from '@tanstack/react-query-persist-client';
import { clear, del, get, set } from 'idb-keyval';
import { chosenWorkspace } from '../api/client.ts';
import { meQuery } from '../api/workspace.ts';
import { onSignOut, signedIn } from '../app/session.ts';

const weekMs = 7 * 86_400_000;
const writtenEveryMs = 2000;
/** Raised when what is kept changes its shape. */
const shape = '1';

const mostPages = 3;
/** What is read again without a network: all but lists that were scrolled far (`meta.isFar` is a page of one). */
function isKept({ meta, state: { data } }: Query): boolean {
  const { pages } = (data ?? {}) as { pages?: unknown[] };
  return data !== undefined && !meta?.isFar && (pages?.length ?? 0) <= mostPages;
}

/** What could not be read anew is kept as it was read before: without a network that is every query. */
const asRead = ({ state, ...query }: DehydratedState['queries'][number]) => ({
  ...query,
  state: {
    ...state,
    status: 'success' as const,
    error: null,
    fetchFailureCount: 0,
    fetchFailureReason: null,
  },
});
const serialize = ({ clientState, ...kept }: PersistedClient) =>
  JSON.stringify({ ...kept, clientState: { ...clientState, queries: clientState.queries.map(asRead) } });

let keeping: Promise<void> | undefined;
/** Keeps what is read from now on, as soon as somebody is signed in: with the page, or by it. */
export function keepOffline(queryClient: QueryClient): Promise<void> {
  const person = signedIn();
  if (!person) return Promise.resolve();
  keeping ??= begin(queryClient, person.profile.sub).catch(() => undefined);
  return keeping;
}

/**
 * Brings back what was read and what waits to be sent, and keeps both from now on, in the browser's own database, for this person in
 * this workspace alone. Signing out clears it. A browser that keeps nothing (a private window) starts empty.
 */
async function begin(queryClient: QueryClient, sub: string): Promise<void> {
  onSignOut(async () => {
    queryClient.clear();
    await clear();
  });
  const [, restored] = persistQueryClient({
    queryClient,
    persister: createAsyncStoragePersister({
      storage: { getItem: get<string>, setItem: set, removeItem: del },
      key: 'rapport',
      throttleTime: writtenEveryMs,
      serialize,
    }),
    maxAge: weekMs,
    buster: [shape, sub, chosenWorkspace() ?? ''].join(),
    dehydrateOptions: { shouldDehydrateQuery: isKept },
  });
  await restored;
  // What was changed in the last moment before the page was left is not in what was kept.
  void queryClient.invalidateQueries({ queryKey: meQuery.queryKey, refetchType: 'none' });
  const resume = () => void queryClient.resumePausedMutations(); // nothing, as long as there is no network
  onlineManager.subscribe(resume);
  resume();
}

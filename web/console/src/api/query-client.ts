import { onlineManager, QueryClient } from '@tanstack/react-query';
import { RapportError } from '../../../client/src/index.ts';
import { setWriteDefaults } from './write.ts';

const dayMs = 86_400_000;

/** The library takes every page for connected until it hears otherwise, and listens only once something is shown: this one may be opened without a network. */
function hearOfNetwork(): void {
  const heard = () => onlineManager.setOnline(navigator.onLine);
  addEventListener('online', heard);
  addEventListener('offline', heard);
  heard();
}

/** The client repeats by itself what may be repeated, so that nothing is repeated here. */
export function makeQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 7 * dayMs,
        retry: (failures, error) => failures < 2 && !(error instanceof RapportError),
        networkMode: 'offlineFirst',
      },
      mutations: { retry: false, gcTime: 7 * dayMs },
    },
  });
  hearOfNetwork();
  setWriteDefaults(client);
  return client;
}

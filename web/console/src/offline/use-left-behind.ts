import { type Mutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isLeftBehind } from '../api/write.ts';
import { useToast } from '../parts/toast.tsx';

/** Lists follow a write within a second. */
const listedMs = 1500;
type AnyMutation = Mutation<unknown, Error, unknown>;

/** Says what became of the writes that a closed page left behind: one that is refused is told, and what they changed is read anew. */
export function useLeftBehind(): void {
  const client = useQueryClient();
  const toast = useToast();
  const failed = useRef(toast.failed);
  failed.current = toast.failed;
  useEffect(() => {
    const cache = client.getMutationCache();
    const look = (mutation: AnyMutation) => {
      const { status, error } = mutation.state;
      if (!isLeftBehind(mutation) || (status !== 'error' && status !== 'success')) return;
      if (error) failed.current(error);
      cache.remove(mutation); // it is told once
      setTimeout(() => void client.invalidateQueries(), listedMs);
    };
    cache.getAll().forEach(look); // they may be through before anybody listens
    return cache.subscribe((event) => event.type === 'updated' && look(event.mutation));
  }, [client]);
}

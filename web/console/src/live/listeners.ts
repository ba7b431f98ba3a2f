import type { Change } from './decide.ts';

type Listener = (changes: Change[]) => void;
const listeners = new Set<Listener>();

/** Calls `listener` with what the connection tells of, as it comes; answers how to stop. */
export function onLiveChanges(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
export function tellListeners(changes: Change[]): void {
  for (const listener of listeners) listener(changes);
}

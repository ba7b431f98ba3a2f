import { useMemo, useSyncExternalStore } from 'react';
import type { DataExport } from '../../../../client/src/index.ts';
import { useMe, useWorkspace } from '../../app/me.ts';

/** An export whose end somebody waits for on this device: what is known of it before a list names it. */
export type Watched = Pick<DataExport, 'id' | 'kind' | 'createdAt'>;

const mostWatched = 5;
const changed = 'rapport:exports';

const isWatched = (value: unknown): value is Watched => {
  const { id, kind, createdAt } = (value ?? {}) as Record<string, unknown>;
  return [id, kind, createdAt].every((part) => typeof part === 'string');
};
/** What was kept, however it came to be there. */
export function readWatched(kept: string | null): Watched[] {
  try {
    const all: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(all) ? all.filter(isWatched) : [];
  } catch {
    return [];
  }
}
/** With one more, the newest first; the oldest goes where there are many. */
export const withOne = (all: Watched[], { id, kind, createdAt }: Watched): Watched[] =>
  [{ id, kind, createdAt }, ...all.filter((one) => one.id !== id)].slice(0, mostWatched);
export const without = (all: Watched[], id: string): Watched[] => all.filter((one) => one.id !== id);

function subscribe(heard: () => void): () => void {
  addEventListener(changed, heard);
  addEventListener('storage', heard); // of another tab
  return () => {
    removeEventListener(changed, heard);
    removeEventListener('storage', heard);
  };
}

/** The exports that are waited for, kept over a reload, and how that changes. */
export function useWatched() {
  const me = useMe();
  const workspace = useWorkspace();
  const place = `rapport.exports.${workspace.id}.${me.id}`;
  const kept = useSyncExternalStore(subscribe, () => localStorage.getItem(place));
  const watched = useMemo(() => readWatched(kept), [kept]);
  const change = (to: (all: Watched[]) => Watched[]) => {
    const next = to(readWatched(localStorage.getItem(place)));
    if (next.length > 0) localStorage.setItem(place, JSON.stringify(next));
    else localStorage.removeItem(place);
    dispatchEvent(new Event(changed));
  };
  return {
    watched,
    watch: (one: Watched) => change((all) => withOne(all, one)),
    unwatch: (id: string) => change((all) => without(all, id)),
  };
}

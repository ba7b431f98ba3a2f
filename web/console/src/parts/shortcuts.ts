import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef, useSyncExternalStore } from 'react';

/** A key that does something on a screen; `keys` as Mantine writes them: `j`, `mod + K`. What it does is said in the reader's language. */
export type Shortcut = { keys: string; label: string; run(event: KeyboardEvent): void };
type Shown = readonly Pick<Shortcut, 'keys' | 'label'>[];

const shown = new Map<object, Shown>();
const listeners = new Set<() => void>();
let all: Shown = [];
function tell(): void {
  all = [...shown.values()].flat();
  for (const listener of listeners) listener();
}
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Every key that does something at this moment. */
export const useShownShortcuts = () => useSyncExternalStore(subscribe, () => all);

/** Names keys behind `?` while the component is there; for those that a part of the screen answers by itself. */
export function useListedKeys(keys: Shown): void {
  const self = useRef({});
  const listed = JSON.stringify(keys.map(({ keys: pressed, label }) => ({ keys: pressed, label })));
  useEffect(() => {
    const { current } = self;
    shown.set(current, JSON.parse(listed) as Shown);
    tell();
    return () => {
      shown.delete(current);
      tell();
    };
  }, [listed]);
}

/** Keys that work while the component is there, and stand in the overview behind `?`. None of them works while one types. */
export function useShortcuts(shortcuts: Shortcut[]): void {
  useHotkeys(shortcuts.map(({ keys, run }) => [keys, run]));
  useListedKeys(shortcuts);
}

import { useSyncExternalStore } from 'react';

let stands = false;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function setStanding(now: boolean): void {
  if (now === stands) return;
  stands = now;
  for (const listener of listeners) listener();
}
/** Whether the live connection stands, so that what is new is told and need not be asked for. */
export const useIsLive = () => useSyncExternalStore(subscribe, () => stands);

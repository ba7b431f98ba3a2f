import { useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** Brings what the address names (`#id`) into sight when it is there: the browser looks for it only when a page is opened. */
export function useArrival<T extends HTMLElement>(
  id: string,
): { ref: RefObject<T | null>; isMeant: boolean } {
  const ref = useRef<T>(null);
  const isMeant = useRouterState({ select: ({ location }) => location.hash === id });
  useEffect(() => {
    if (isMeant) ref.current?.scrollIntoView({ block: 'center' });
  }, [isMeant]);
  return { ref, isMeant };
}

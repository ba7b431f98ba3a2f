import { useEffect, useState } from 'react';
import { openPalette } from './open-palette.ts';

/** Milliseconds after the frame: by then the first screen is there, on a slow phone as well. */
const settledMs = 2500;

const isPaletteKey = ({ key, metaKey, ctrlKey }: KeyboardEvent) =>
  (metaKey || ctrlKey) && key.toLowerCase() === 'k';

/** Whether what no first sight needs may be loaded: as soon as somebody acts, and soon in any case. */
export function useIsSettled(): boolean {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const settle = () => setSettled(true);
    const press = (event: KeyboardEvent) => {
      if (isPaletteKey(event)) {
        event.preventDefault();
        openPalette(); // it opens when it is there
      }
      settle();
    };
    const timer = setTimeout(settle, settledMs);
    const given = { once: true, capture: true };
    addEventListener('keydown', press, given);
    addEventListener('pointerdown', settle, given);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', press, given);
      removeEventListener('pointerdown', settle, given);
    };
  }, []);
  return isSettled;
}

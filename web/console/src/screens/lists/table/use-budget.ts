import { useEffect, useLayoutEffect, useReducer, useRef } from 'react';

/** Rows that become whole in one frame; more would make it a long one. */
const aFrame = 4;

/**
 * Which rows are shown whole: those that were before, and a few more each frame. The others show their titles alone, which is all that is
 * read of what flies by.
 */
export function useBudget(rows: readonly number[], isScrolling: boolean): ReadonlySet<number> {
  const before = useRef<ReadonlySet<number>>(new Set());
  const [, again] = useReducer((count: number) => count + 1, 0);
  const kept = rows.filter((row) => before.current.has(row));
  const fresh = rows.filter((row) => !before.current.has(row)).slice(0, aFrame);
  const whole = new Set([...kept, ...fresh]);
  useLayoutEffect(() => {
    before.current = whole;
  });
  useEffect(() => {
    // While one scrolls every step of it is a frame already.
    if (isScrolling || whole.size === rows.length) return;
    const frame = requestAnimationFrame(again);
    return () => cancelAnimationFrame(frame);
  });
  return whole;
}

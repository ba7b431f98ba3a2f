import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Source, sourceKey } from '../pages-request.ts';
import { usePages } from '../use-pages.ts';

/** Where lists were left, so that who comes back finds their row. */
const left = new Map<string, { offset: number; cursor: number }>();
/** Rows that stand for what is not read yet. */
const waiting = 12;
const overscan = 6;

/** A list in a scrolling box: which rows are in sight, which one the keyboard is at, and their records. */
export function useGrid(source: Source, box: RefObject<HTMLElement | null>, rowHeight: number) {
  const name = JSON.stringify(sourceKey(source));
  const [was] = useState(() => left.get(name));
  const [cursor, setCursor] = useState(was?.cursor ?? 0);
  const [sight, setSight] = useState({ first: 0, last: 40 });
  const pages = usePages(source, sight.first, sight.last);
  const count = pages.count + (pages.isWhole ? 0 : waiting);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan,
    ...(was && { initialOffset: was.offset }),
    // The row that has the focus stays, however far away one scrolls.
    rangeExtractor: ({ startIndex, endIndex }) => {
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(count - 1, endIndex + overscan);
      const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
      if (cursor >= count || (cursor >= first && cursor <= last)) return rows;
      return cursor < first ? [cursor, ...rows] : [...rows, cursor];
    },
  });
  const { startIndex = 0, endIndex = 40 } = virtualizer.range ?? {};
  const [first, last] = [startIndex, endIndex];
  useEffect(() => {
    // In steps, so that scrolling by a row asks for nothing.
    const step = 25;
    const next = { first: Math.floor(first / step) * step, last: Math.ceil(last / step) * step };
    setSight((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, [first, last]);

  const place = useRef({ offset: 0, cursor });
  place.current = { offset: virtualizer.scrollOffset ?? 0, cursor };
  useEffect(() => () => void left.set(name, place.current), [name]);
  return { pages, count, virtualizer, cursor, setCursor };
}
export type Grid = ReturnType<typeof useGrid>;

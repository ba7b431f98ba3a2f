import { useMediaQuery } from '@mantine/hooks';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { StageCards } from './use-stage-cards.ts';

const gap = 8;
/** As in card.module.css: every card is of one height, so that none has to be measured. */
const heights = { desk: 88, thumb: 100 };
const nearEnd = 5;

/** Which cards of a column are in the page, where, and which one has the keys. */
export function useCardList({ cards, more }: StageCards, heldId: string | undefined) {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<number>(undefined);
  const [at, setAt] = useState(0);
  const isThumb = useMediaQuery('(max-width: 48em), (pointer: coarse)', false, {
    getInitialValueInEffect: false,
  });
  const current = Math.min(at, Math.max(0, cards.length - 1));
  const height = isThumb ? heights.thumb : heights.desk;
  const held = heldId === undefined ? -1 : cards.findIndex(({ id }) => id === heldId);

  const virtualizer = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    gap,
    overscan: 4,
    getItemKey: (index) => cards[index]?.id ?? index,
    // What is in the hand, and what has the keys, stays in the page while it is out of sight.
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), current, held])]
        .filter((index) => index >= 0 && index < cards.length)
        .toSorted((a, b) => a - b),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height is another place for every card
  useEffect(() => virtualizer.measure(), [height]);

  const rows = virtualizer.getVirtualItems();
  const last = virtualizer.range?.endIndex ?? 0;
  const isAtEnd = cards.length > 0 && last >= cards.length - nearEnd;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again when there are more cards and the end is still in sight
  useEffect(() => {
    if (isAtEnd) more();
  }, [isAtEnd, cards.length]);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const card = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!card) return;
    wanted.current = undefined;
    card.focus({ preventScroll: true });
  });

  const focus = (index: number) => {
    wanted.current = index;
    setAt(index);
    virtualizer.scrollToIndex(index);
  };
  return { scroller, rows, height: virtualizer.getTotalSize(), current, setCurrent: setAt, focus };
}

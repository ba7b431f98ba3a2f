import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Board, DealCard } from '../../../../client/src/index.ts';
import { cardElement, fly } from './flight.ts';
import { moveStore } from './move-store.ts';

/** Where each card stands, by its id. */
const placesOf = ({ stages }: Board) =>
  new Map(stages.flatMap(({ id, cards }) => cards.map((card): [string, string] => [card.id, id])));

type Moved = { card: DealCard; stage: string; stageId: string };
const isOwn = (id: string) => {
  const move = moveStore.of(id);
  return move !== undefined && !move.isTold;
};
/** Cards that stood elsewhere before, and that the person has not moved themself. */
function movedIn({ stages }: Board, before: ReadonlyMap<string, string>): Moved[] {
  return stages.flatMap(({ id: stageId, name: stage, cards }) =>
    cards
      .filter(({ id }) => before.has(id) && before.get(id) !== stageId && !isOwn(id))
      .map((card) => ({ card, stage, stageId })),
  );
}

const saidByName = 3;
/** Lets cards that others moved fly to their new stages; answers what is to be said of it. */
export function useOthersMoves(board: Board): string {
  const t = useTranslations('board');
  const before = useRef(placesOf(board));
  const [said, setSaid] = useState('');
  // Where they were has to be seen while they are still there.
  const moved = useMemo(
    () =>
      movedIn(board, before.current).map((one) => {
        const element = cardElement(one.card.id);
        const from = element?.getBoundingClientRect();
        return { ...one, from, copy: element?.cloneNode(true) as HTMLElement | undefined };
      }),
    [board],
  );
  useLayoutEffect(() => {
    before.current = placesOf(board);
    for (const { card, stageId, from, copy } of moved) if (from && copy) fly(card.id, stageId, from, copy);
  }, [board, moved]);
  useEffect(() => {
    if (moved.length === 0) return;
    const lines = moved.map(({ card, stage }) => t('othersMoved', { deal: card.name, stage }));
    setSaid(moved.length > saidByName ? t('manyMoved', { count: moved.length }) : lines.join('. '));
  }, [moved, t]);
  return said;
}

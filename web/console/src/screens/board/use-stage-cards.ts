import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Board, BoardStage, DealCard } from '../../../../client/src/index.ts';
import { stageQuery } from './board-query.ts';
import { cardsOf } from './moves.ts';

export type StageCards = {
  cards: DealCard[];
  isLoading: boolean;
  /** Reads on where there is more; called when the end comes into sight. */
  more: () => void;
};
const nothing: DealCard[] = [];

/** A stage's cards: those of the board, and once somebody scrolls to their end the further ones, page by page. */
export function useStageCards(
  board: Board,
  { id: stageId, more }: BoardStage,
  owner: string | undefined,
): StageCards {
  const [isAsked, setAsked] = useState(false);
  const where = { pipelineId: board.pipelineId, stageId, owner };
  const { data, hasNextPage, isFetchingNextPage, isLoading, fetchNextPage } = useInfiniteQuery({
    ...stageQuery(where),
    enabled: isAsked && Boolean(more),
  });
  const further = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? nothing, [data]);
  const cards = useMemo(
    () => cardsOf(board, stageId, more ? further : nothing),
    [board, stageId, further, more],
  );
  return {
    cards,
    isLoading: isLoading || isFetchingNextPage,
    more: () => {
      if (!more) return;
      if (!isAsked) setAsked(true);
      else if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}

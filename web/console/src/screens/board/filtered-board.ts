import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Board, BoardStage, DealCard } from '../../../../client/src/index.ts';
import { isProblem } from '../../api/client.ts';
import { keys } from '../../api/records.ts';
import type { Condition } from '../lists/filter/condition.ts';
import { walk } from '../lists/pages-request.ts';

export type Filtered = {
  cards: DealCard[];
  /** Won and lost deals were too many to be asked: they are all shown. */
  isOpenAlone: boolean;
};

async function cardsBy(condition: Condition, signal: AbortSignal): Promise<DealCard[]> {
  const cards: DealCard[] = [];
  for await (const page of walk({ kind: 'deal', filter: condition }, signal)) {
    cards.push(...(page as unknown as DealCard[]));
  }
  return cards;
}

async function closedBy(condition: Condition, signal: AbortSignal): Promise<DealCard[] | undefined> {
  try {
    return await cardsBy(condition, signal);
  } catch (error) {
    if (isProblem(error, 'filter_too_broad')) return undefined;
    throw error;
  }
}

/** Both must hold; what the API says of the first keeps its place. */
export const narrowed = (condition: Condition, ...by: Condition[]): Condition => ({
  ...condition,
  $and: [...(Array.isArray(condition.$and) ? condition.$and : []), ...by],
});

/** Every deal that a condition holds of: what the API refuses to look through (1,000 of them) is told as its error. */
export const filteredQuery = (condition: Condition) =>
  queryOptions({
    queryKey: [...keys.board, 'filtered', condition],
    queryFn: async ({ signal }): Promise<Filtered> => {
      const [open, closed] = await Promise.all([
        cardsBy(narrowed(condition, { status: 'open' }), signal),
        closedBy(narrowed(condition, { status: { $in: ['won', 'lost'] } }), signal),
      ]);
      return { cards: [...open, ...(closed ?? [])], isOpenAlone: !closed };
    },
    staleTime: 5_000,
    placeholderData: keepPreviousData,
  });

type Sums = Record<string, number>;
function sumsOf(cards: DealCard[], probability: number): Sums {
  const sums: Sums = {};
  for (const { amountCents, currency } of cards) {
    if (amountCents === undefined || currency === undefined) continue;
    sums[currency] = (sums[currency] ?? 0) + Math.round(amountCents * probability);
  }
  return sums;
}

const byEntry = (one: DealCard, other: DealCard) => (one.stageEnteredAt < other.stageEnteredAt ? 1 : -1);
function stageWith({ more: _, ...stage }: BoardStage, all: DealCard[]): BoardStage {
  const cards = all.filter(({ stageId }) => stageId === stage.id).toSorted(byEntry);
  const isHidden = stage.sumCents === undefined;
  return {
    ...stage,
    cards,
    count: cards.length,
    ...(!isHidden && { sumCents: sumsOf(cards, 1), weightedCents: sumsOf(cards, stage.probability) }),
  };
}

/** The board with what a condition leaves of it: counts and sums too, and every card at once. */
export const filteredBoard = (board: Board, { cards, isOpenAlone }: Filtered): Board => ({
  ...board,
  stages: board.stages.map((stage) =>
    stage.kind === 'open' || !isOpenAlone ? stageWith(stage, cards) : stage,
  ),
});

import type { Board, BoardStage, DealCard } from '../../../../client/src/index.ts';

/**
 * A move that the board does not show by itself yet: the person sees it at once, and the figures of the API follow within a second. It is
 * laid over whatever the API answers until that shows it, so that nothing jumps back meanwhile; to take it away is the roll-back.
 */
export type Move = {
  card: DealCard;
  /** The stage where the deal was; undefined for one that is new. */
  from: string | undefined;
  to: string;
  /** Since when it stood where the person saw it. */
  base: string;
  /** Since when it stands where it is now, once the API has said so. */
  settled?: string;
  /** Somebody else made it, and the connection told of it before the board's figures followed. */
  isTold?: true;
};

type Seen = { stageId: string; card: DealCard };
export function seenIn({ stages }: Board, dealId: string): Seen | undefined {
  for (const { id: stageId, cards } of stages) {
    const card = cards.find(({ id }) => id === dealId);
    if (card) return { stageId, card };
  }
  return undefined;
}

/** Whether an answer of the API knows of the move already, or of another one that came after it. */
export function isShown(board: Board, { card, base, settled }: Move): boolean {
  const seen = seenIn(board, card.id);
  if (!seen) return false;
  const { stageEnteredAt } = seen.card;
  return settled === undefined ? stageEnteredAt > base : stageEnteredAt >= settled;
}

type Sums = Record<string, number> | undefined;
const added = (sums: Sums, currency: string, cents: number): Sums =>
  sums && { ...sums, [currency]: (sums[currency] ?? 0) + cents };

/** A stage's count and sums with a deal more, or one fewer. */
function figured(stage: BoardStage, { amountCents, currency }: DealCard, by: 1 | -1): BoardStage {
  const counted = { ...stage, count: Math.max(0, stage.count + by) };
  if (amountCents === undefined || currency === undefined) return counted;
  const cents = by * amountCents;
  const sumCents = added(stage.sumCents, currency, cents);
  const weightedCents = added(stage.weightedCents, currency, Math.round(cents * stage.probability));
  return { ...counted, ...(sumCents && { sumCents }), ...(weightedCents && { weightedCents }) };
}

const without = (stage: BoardStage, card: DealCard): BoardStage => ({
  ...figured(stage, card, -1),
  cards: stage.cards.filter(({ id }) => id !== card.id),
});
const withCard = (stage: BoardStage, card: DealCard): BoardStage => ({
  ...figured(stage, card, 1),
  cards: [card, ...stage.cards],
});

function withMove(board: Board, move: Move): Board {
  if (move.card.pipelineId !== board.pipelineId || isShown(board, move)) return board;
  const seen = seenIn(board, move.card.id);
  const from = seen?.stageId ?? move.from;
  const target = board.stages.find(({ id }) => id === move.to);
  if (from === move.to || !target) return board;
  const card: DealCard = {
    ...(seen?.card ?? move.card),
    stageId: move.to,
    status: target.kind,
    stageEnteredAt: move.settled ?? move.base,
    daysInStage: 0,
    idle: false,
  };
  const stages = board.stages.map((stage) => {
    if (stage.id === from) return without(stage, card);
    return stage.id === move.to ? withCard(stage, card) : stage;
  });
  return { ...board, stages };
}

/** The board as the person made it: what the API answered, and their own moves upon it. */
export const withMoves = (board: Board, moves: readonly Move[]): Board => moves.reduce(withMove, board);

/**
 * The cards of a stage beyond the first: what was listed of it further down, without those that the board shows by now, here or elsewhere.
 * Whoever enters a stage comes first in it, so that what is further down can only leave.
 */
export function cardsOf({ stages }: Board, stageId: string, further: readonly DealCard[]): DealCard[] {
  const shown = new Set(stages.flatMap(({ cards }) => cards.map(({ id }) => id)));
  const own = stages.find(({ id }) => id === stageId)?.cards ?? [];
  return [...own, ...further.filter(({ id }) => !shown.has(id))];
}

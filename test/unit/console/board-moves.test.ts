import { expect, test } from 'vitest';
import type { Board, BoardStage, DealCard } from '../../../web/client/src/index.ts';
import { cardsOf, isShown, type Move, withMoves } from '../../../web/console/src/screens/board/moves.ts';

const pipelineId = 'pl_1';
const aCard = (id: string, stageId: string, more: Partial<DealCard> = {}): DealCard => ({
  id,
  name: id,
  pipelineId,
  stageId,
  status: 'open',
  stageEnteredAt: '2026-11-01T00:00:00.000Z',
  daysInStage: 3,
  idle: false,
  amountCents: 1000,
  currency: 'EUR',
  ...more,
});
const aStage = (id: string, cards: DealCard[], more: Partial<BoardStage> = {}): BoardStage => ({
  id,
  name: id,
  kind: 'open',
  probability: 0.5,
  count: cards.length,
  sumCents: { EUR: cards.length * 1000 },
  weightedCents: { EUR: cards.length * 500 },
  cards,
  ...more,
});
const aBoard = (...stages: BoardStage[]): Board => ({ pipelineId, name: 'Sales', stages });
const aMove = (card: DealCard, to: string, more: Partial<Move> = {}): Move => ({
  card,
  from: card.stageId,
  to,
  base: card.stageEnteredAt,
  ...more,
});
const stage = (board: Board, id: string) => board.stages.find((one) => one.id === id) as BoardStage;
const ids = (board: Board, id: string) => stage(board, id).cards.map((card) => card.id);

const one = aCard('dl_1', 'new');
const before = aBoard(
  aStage('new', [one, aCard('dl_2', 'new')]),
  aStage('won', [], { kind: 'won', probability: 1 }),
);

test('a move shows at once: the card, both counts and both sums', () => {
  const after = withMoves(before, [aMove(one, 'won')]);
  expect(ids(after, 'new')).toEqual(['dl_2']);
  expect(ids(after, 'won')).toEqual(['dl_1']);
  expect(stage(after, 'new')).toMatchObject({
    count: 1,
    sumCents: { EUR: 1000 },
    weightedCents: { EUR: 500 },
  });
  expect(stage(after, 'won')).toMatchObject({
    count: 1,
    sumCents: { EUR: 1000 },
    weightedCents: { EUR: 1000 },
  });
  expect(stage(after, 'won').cards[0]).toMatchObject({ stageId: 'won', status: 'won', daysInStage: 0 });
});

test('an answer that does not know of the move yet does not take it back', () => {
  const made = aMove(one, 'won', { settled: '2026-11-29T10:00:00.000Z' });
  expect(ids(withMoves(before, [made]), 'won')).toEqual(['dl_1']);
  expect(isShown(before, made)).toBe(false);
});

test('an answer that knows of the move is shown as it is', () => {
  const settled = '2026-11-29T10:00:00.000Z';
  const there = aCard('dl_1', 'won', { stageEnteredAt: settled });
  const later = aBoard(aStage('new', [aCard('dl_2', 'new')]), aStage('won', [there], { kind: 'won' }));
  const made = aMove(one, 'won', { settled });
  expect(withMoves(later, [made])).toBe(later);
  expect(isShown(later, made)).toBe(true);
});

test('what somebody else did after it is not covered by one’s own move', () => {
  const moved = aCard('dl_1', 'lost', { stageEnteredAt: '2026-11-29T11:00:00.000Z' });
  const later = aBoard(aStage('new', []), aStage('won', []), aStage('lost', [moved]));
  const made = aMove(one, 'won', { settled: '2026-11-29T10:00:00.000Z' });
  expect(withMoves(later, [made])).toBe(later);
});

test('a card from further down, which the board does not show, comes out of its stage’s figures too', () => {
  const deep = aCard('dl_99', 'new');
  const after = withMoves(before, [aMove(deep, 'won')]);
  expect(stage(after, 'new').count).toBe(1);
  expect(ids(after, 'won')).toEqual(['dl_99']);
});

test('a new deal is added to its stage and taken out of none', () => {
  const made = aCard('dl_9', 'new', { stageEnteredAt: '2026-11-29T10:00:00.000Z' });
  const after = withMoves(before, [
    aMove(made, 'new', { from: undefined, base: '', settled: made.stageEnteredAt }),
  ]);
  expect(ids(after, 'new')).toEqual(['dl_9', 'dl_1', 'dl_2']);
  expect(stage(after, 'new').count).toBe(3);
});

test('a hidden amount moves no sums', () => {
  const { amountCents: _, currency: __, ...hidden } = one;
  const { sumCents: ___, weightedCents: ____, ...bare } = aStage('new', [hidden]);
  const after = withMoves(aBoard(bare, aStage('won', [])), [aMove(hidden, 'won')]);
  expect(stage(after, 'new').sumCents).toBeUndefined();
  expect(stage(after, 'won').count).toBe(1);
});

test('a board of another pipeline is left alone', () => {
  const other = { ...before, pipelineId: 'pl_2' };
  expect(withMoves(other, [aMove(one, 'won')])).toBe(other);
});

test('cards further down are shown once, and not where they have left', () => {
  const further = [one, aCard('dl_2', 'new'), aCard('dl_3', 'new'), aCard('dl_4', 'new')];
  const moved = aBoard(aStage('new', [one]), aStage('won', [aCard('dl_3', 'won')]));
  expect(cardsOf(moved, 'new', further).map(({ id }) => id)).toEqual(['dl_1', 'dl_2', 'dl_4']);
});

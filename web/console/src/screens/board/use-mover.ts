import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Board, Deal, DealCard, Pipeline } from '../../../../client/src/index.ts';
import { isOffline } from '../../api/client.ts';
import { forget, keys, recordQuery } from '../../api/records.ts';
import { useWrite } from '../../api/write.ts';
import { useMe } from '../../app/me.ts';
import { useToast } from '../../parts/toast.tsx';
import { MovedMeanwhile, moveDeal, type Said, Unsent } from './move-deal.ts';
import { moveStore } from './move-store.ts';
import type { Move } from './moves.ts';
import { useQuestions } from './use-questions.ts';
import { isOneWrite, writesOf } from './waiting-moves.ts';

/** The API's figures follow a write within a second; where a connection tells of it earlier this is a mere repetition. */
const figuresAfterMs = 1_500;

/** What would bring a deal back to how it was: the reasons for which it had been closed, too. */
const saidBefore = ({ lostReason, wonReason }: Deal): Said => ({
  ...(lostReason !== undefined && { lostReason }),
  ...(wonReason !== undefined && { wonReason }),
});

/** The deal as it is now; where there is no network what was read of it before, as the board has it. */
async function readDeal(client: QueryClient, card: DealCard): Promise<Deal> {
  try {
    return await client.fetchQuery({ ...recordQuery('deal', card.id), staleTime: 0 });
  } catch (error) {
    if (!isOffline(error)) throw error;
    return { ...client.getQueryData<Deal>(keys.record('deal', card.id)), ...card } as unknown as Deal;
  }
}

/** Deals as they were when they were taken in the hand: a move is based on the version that the person saw. */
function usePicked(client: QueryClient) {
  const picked = useRef(new Map<string, Promise<Deal>>());
  const pickUp = (card: DealCard) => {
    const reading = readDeal(client, card);
    reading.catch(() => undefined); // is said when the card is let go
    picked.current.set(card.id, reading);
  };
  /** Answers what was read at the picking up, and from then on what is there now. */
  const reader = (card: DealCard) => {
    let first = picked.current.get(card.id);
    picked.current.delete(card.id);
    return () => {
      const deal = first ?? readDeal(client, card);
      first = undefined;
      return deal;
    };
  };
  return { pickUp, reader };
}

/** One after the other where they are of one deal. */
function useQueues() {
  const last = useRef(new Map<string, Promise<unknown>>());
  return (id: string, work: () => Promise<void>) => {
    const mine = (last.current.get(id) ?? Promise.resolve()).then(work);
    last.current.set(id, mine);
  };
}

type Stage = Pipeline['stages'][number];
/** Moves cards: at once on the screen, then by the API, and back where that refuses. */
export function useMover(board: Board | undefined, pipeline: Pipeline | undefined) {
  const client = useQueryClient();
  const t = useTranslations('board');
  const toast = useToast();
  const { hidden } = useMe().fields.deal;
  const { asked, isBusy, asker, close } = useQuestions();
  const { pickUp, reader } = usePicked(client);
  const queued = useQueues();
  const waiting = useWrite<Deal>();
  const nameOf = (stageId: string) => board?.stages.find(({ id }) => id === stageId)?.name ?? stageId;
  const readBoard = () => client.invalidateQueries({ queryKey: keys.board });

  const settle = (move: Move, after: Deal) => {
    moveStore.settle(move, after.stageEnteredAt);
    forget(client, 'deal', after.id);
    client.setQueryData(keys.record('deal', after.id), after);
    setTimeout(readBoard, figuresAfterMs);
  };
  const done = (move: Move, { before, after }: { before: Deal; after: Deal }) => {
    settle(move, after);
    const { stageId, status, stageEnteredAt } = after;
    const there = { ...move.card, stageId, status, stageEnteredAt };
    const message = t('moved', { deal: move.card.name, stage: nameOf(stageId) });
    toast.done({ message, undo: () => start(there, before.stageId, saidBefore(before)) });
  };
  const fail = (move: Move, error: unknown) => {
    moveStore.drop(move);
    if (error instanceof MovedMeanwhile) {
      const stage = nameOf(error.deal.stageId);
      toast.done({ message: t('movedMeanwhile', { deal: move.card.name, stage }) });
    } else toast.failed(error);
    void readBoard();
  };
  /** Sends a move when there is a network. Until then it stands on the screen. */
  const wait = async (move: Move, stage: Stage, said: Said) => {
    toast.done({ message: t('waits', { deal: move.card.name, stage: stage.name }) });
    const writes = writesOf({ from: move.card, to: stage }, said).map((write) => waiting.mutateAsync(write));
    const after = (await Promise.all(writes)).at(-1);
    if (after) settle(move, after);
  };
  const recover = (move: Move, stage: Stage, error: unknown) => {
    if (error instanceof Unsent && isOneWrite({ from: move.card, to: stage }))
      wait(move, stage, error.said).catch((reason: unknown) => fail(move, reason));
    else fail(move, error);
  };
  const perform = async (move: Move, said: Said | undefined) => {
    const { card } = move;
    const stage = pipeline?.stages.find(({ id }) => id === move.to);
    if (!pipeline || !stage) return moveStore.drop(move);
    try {
      const asking = { ask: asker({ card, stage }), read: reader(card), hidden };
      const made = await moveDeal(card, { stage, pipeline }, said, asking);
      if (made) done(move, made);
      else moveStore.drop(move);
    } catch (error) {
      recover(move, stage, error); // who moves it on need not wait
    } finally {
      close(card);
    }
  };
  const start = (card: DealCard, to: string, said?: Said) => {
    if (card.stageId === to) return;
    const move: Move = { card, from: card.stageId, to, base: card.stageEnteredAt };
    moveStore.put(move);
    queued(card.id, () => perform(move, said));
  };
  return { move: (card: DealCard, to: string) => start(card, to), pickUp, asked, isBusy };
}

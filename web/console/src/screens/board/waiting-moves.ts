import { useMutationState } from '@tanstack/react-query';
import type { Board, DealCard } from '../../../../client/src/index.ts';
import { pathOf } from '../../api/records.ts';
import { once, type Write, writeKey } from '../../api/write.ts';
import type { Said } from './move-deal.ts';
import { type Move, seenIn } from './moves.ts';

type Way = { from: DealCard; to: { id: string; kind: string } };
/** Whether one write makes the move; from one closed stage to another it is two. */
export const isOneWrite = ({ from, to }: Way): boolean => from.status === 'open' || to.kind === 'open';

/** The writes of a move that waits for the network: what the stage asks for, and the move. */
export function writesOf({ from, to }: Way, { fields, ...reasons }: Said): Write[] {
  const path = pathOf('deal', from.id);
  const isFilled = fields && Object.keys(fields).length > 0;
  const what = from.status === 'open' ? 'move' : 'reopen';
  const { stageId, pipelineId } = from;
  return [
    ...(isFilled ? [once({ method: 'PATCH', path, body: fields })] : []),
    once({
      method: 'POST',
      path: `${path}/${what}`,
      body: { stageId: to.id, ...reasons },
      given: { path, before: { stageId, pipelineId }, after: { stageId: to.id, pipelineId } },
    }),
  ];
}

const isMove = ({ path }: Write) => /^\/v1\/deals\/[^/]+\/(move|reopen)$/.test(path);
/** Moves that wait for the network, of this page or of one before it, in the order in which they were made. */
export const useWaiting = (): Write[] =>
  useMutationState({
    filters: { mutationKey: writeKey, status: 'pending' },
    select: ({ state }) => state.variables as Write,
  });

/** They are laid over the board as those are that are on their way. */
export function waitingOn(board: Board, writes: Write[]): Move[] {
  return writes.filter(isMove).flatMap(({ path, body }): Move[] => {
    const seen = seenIn(board, path.split('/')[3] ?? '');
    if (!seen) return [];
    const { card, stageId } = seen;
    return [{ card, from: stageId, to: (body as { stageId: string }).stageId, base: card.stageEnteredAt }];
  });
}

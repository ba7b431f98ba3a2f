import { useSyncExternalStore } from 'react';
import type { Board } from '../../../../client/src/index.ts';
import { isShown, type Move } from './moves.ts';

/** How long a move is laid over answers that never come to show it. */
const longestMs = 15_000;

let moves: readonly Move[] = [];
const listeners = new Set<() => void>();
function set(next: readonly Move[]): void {
  moves = next;
  for (const listener of listeners) listener();
}
const othersThan = (dealId: string) => moves.filter(({ card }) => card.id !== dealId);

/** The person's moves that the API has yet to show. They outlive the screen: who comes back sees what they did. */
export const moveStore = {
  of: (dealId: string) => moves.find(({ card }) => card.id === dealId),
  /** A later move of the same deal takes the place of the earlier one. */
  put: (move: Move) => set([...othersThan(move.card.id), move]),
  /** Others' moves are laid over the board as one's own are; the echo of one's own is none. */
  told(move: Required<Omit<Move, 'isTold' | 'from'>> & { from: undefined }): void {
    const known = moveStore.of(move.card.id);
    if (known && (!known.settled || known.settled >= move.settled)) return;
    const told: Move = { ...move, isTold: true };
    moveStore.put(told);
    setTimeout(() => moveStore.drop(told), longestMs);
  },
  drop: (move: Move) => set(moves.filter((one) => one !== move)),
  /** The API made it so; where the person has moved the deal on meanwhile, that is where they saw it. */
  settle(move: Move, settled: string): void {
    const done = { ...move, settled };
    set(
      moves.map((one) =>
        one === move ? done : one.card.id === move.card.id ? { ...one, base: settled } : one,
      ),
    );
    setTimeout(() => moveStore.drop(done), longestMs);
  },
  /** Forgets those that an answer shows. */
  shown(board: Board): void {
    const left = moves.filter((move) => !move.settled || !isShown(board, move));
    if (left.length < moves.length) set(left);
  },
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useMoves = () => useSyncExternalStore(subscribe, () => moves);

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Board, Deal } from '../../../../client/src/index.ts';
import { recordQuery } from '../../api/records.ts';
import { useMe } from '../../app/me.ts';
import type { Change } from '../../live/decide.ts';
import { onLiveChanges } from '../../live/listeners.ts';
import type { BoardSearch } from './board-query.ts';
import { asCard } from './deal-card.ts';
import { moveStore } from './move-store.ts';
import { seenIn } from './moves.ts';

/** Of more at once the board is read, which it is anyway. */
const mostAtOnce = 20;
const isMove = ({ type }: Change) => type === 'deal.moved' || type === 'deal.created';

async function readMoved(client: QueryClient, changes: Change[]): Promise<Deal[]> {
  const ids = [...new Set(changes.filter(isMove).map(({ record }) => record.id))];
  if (ids.length > mostAtOnce) return [];
  const read = ids.map((id) => client.fetchQuery({ ...recordQuery('deal', id), staleTime: 0 }));
  return (await Promise.allSettled(read)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

/**
 * Shows a deal where somebody else has put it as soon as it is told: the deal itself says so at once, and the board's lists and figures by the time that they
 * follow. Until then it is laid over them as one's own moves are. Whether a filter holds of one that was not there before is theirs to say.
 */
export function useLiveMoves(board: Board, { owner, filter }: BoardSearch): void {
  const { pipelineId } = board;
  const shown = useRef(board);
  shown.current = board;
  const isFiltered = filter !== undefined;
  const client = useQueryClient();
  const { id: me } = useMe();
  useEffect(() => {
    const isShownOwner = ({ ownerId }: Deal) =>
      owner === undefined || ownerId === (owner === 'me' ? me : owner === 'none' ? undefined : owner);
    const show = (deal: Deal) => {
      if (deal.pipelineId !== pipelineId || !isShownOwner(deal)) return;
      if (isFiltered && !seenIn(shown.current, deal.id)) return;
      moveStore.told({
        card: asCard(deal),
        from: undefined,
        to: deal.stageId,
        base: '',
        settled: deal.stageEnteredAt,
      });
    };
    return onLiveChanges((changes) => void readMoved(client, changes).then((deals) => deals.forEach(show)));
  }, [client, pipelineId, owner, isFiltered, me]);
}

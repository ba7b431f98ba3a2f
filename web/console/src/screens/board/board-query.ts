import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Board, DealCard, Input } from '../../../../client/src/index.ts';
import { api } from '../../api/client.ts';
import { keys } from '../../api/records.ts';
import { useMe } from '../../app/me.ts';
import type { Condition } from '../lists/filter/condition.ts';
import { filteredBoard, filteredQuery, narrowed } from './filtered-board.ts';
import { moveStore, useMoves } from './move-store.ts';
import { withMoves } from './moves.ts';
import { useWaiting, waitingOn } from './waiting-moves.ts';

/** What the address says of the board. */
export type BoardSearch = { pipeline?: string; owner?: string; filter?: Condition };
const isCondition = (value: unknown): value is Condition =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
const textOf = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
export function boardSearchOf(search: Record<string, unknown>): BoardSearch {
  const pipeline = textOf(search.pipeline);
  const owner = textOf(search.owner);
  const filter = isCondition(search.filter) ? search.filter : undefined;
  return { ...(pipeline && { pipeline }), ...(owner && { owner }), ...(filter && { filter }) };
}

type Asked = NonNullable<Input<'getBoard'>['query']>;
const askedOf = ({ pipeline, owner }: BoardSearch): Asked => ({
  ...(pipeline && { pipelineId: pipeline }),
  ...(owner && { ownerId: owner }),
});

const boardQuery = (search: BoardSearch) =>
  queryOptions({
    queryKey: [...keys.board, askedOf(search)],
    queryFn: ({ signal }): Promise<Board> => api().getBoard({ query: askedOf(search) }, { signal }),
    staleTime: 5_000,
  });

/** What a board's owner is in the language of conditions. */
const ownerCondition = (owner: string, me: string): Condition => ({
  ownerId: owner === 'none' ? { $exists: false } : owner === 'me' ? me : owner,
});

/** The board with what the filter leaves of it; of one that is not filtered all. */
function useShownBoard({ filter, ...search }: BoardSearch) {
  const { id: me } = useMe();
  const whole = useQuery(boardQuery(search));
  const { data: board } = whole;
  const by = [{ pipelineId: board?.pipelineId }, ...(search.owner ? [ownerCondition(search.owner, me)] : [])];
  const left = useQuery({
    ...filteredQuery(narrowed(filter ?? {}, ...by)),
    enabled: Boolean(filter && board),
  });
  const data = useMemo(
    () => (filter ? board && left.data && filteredBoard(board, left.data) : board),
    [filter, board, left.data],
  );
  const { error, refetch } = filter && left.error ? left : whole;
  return { data, error, refetch, name: board?.name, isOpenAlone: Boolean(filter && left.data?.isOpenAlone) };
}

/** The board as the API has it, with the person's own moves upon it. */
export function useBoard(search: BoardSearch) {
  const { data, ...read } = useShownBoard(search);
  const moves = useMoves();
  const waiting = useWaiting();
  useEffect(() => {
    if (data) moveStore.shown(data);
  }, [data]);
  const board = useMemo(
    () => data && withMoves(data, [...waitingOn(data, waiting), ...moves]),
    [data, waiting, moves],
  );
  return { board, ...read };
}

type Where = { pipelineId: string; stageId: string; owner: string | undefined };
type CardPage = { items: DealCard[]; cursor?: string };
/** A stage's deals page by page, from its first: what the board shows moves on, and no place in it stays the twentieth. */
export const stageQuery = ({ pipelineId, stageId, owner }: Where) => {
  const query = { pipelineId, stageId, limit: 100, ...(owner && { ownerId: owner }) };
  return infiniteQueryOptions({
    queryKey: ['stage', query],
    queryFn: async ({ pageParam, signal }) => {
      const asked = { method: 'GET', path: '/v1/deals', query: { ...query, cursor: pageParam } };
      return (await api().send(asked, { signal })).data as CardPage;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }: CardPage) => cursor,
  });
};

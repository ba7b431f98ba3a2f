import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Board, DealCard, Input } from '../../../../client/src/index.ts';
import { api } from '../../api/client.ts';
import { keys } from '../../api/records.ts';
import { moveStore, useMoves } from './move-store.ts';
import { withMoves } from './moves.ts';

/** What the address says of the board. */
export type BoardSearch = { pipeline?: string; owner?: string };
const textOf = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
export function boardSearchOf(search: Record<string, unknown>): BoardSearch {
  const pipeline = textOf(search.pipeline);
  const owner = textOf(search.owner);
  return { ...(pipeline && { pipeline }), ...(owner && { owner }) };
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

/** The board as the API has it, with the person's own moves upon it. */
export function useBoard(search: BoardSearch) {
  const { data, error, refetch, isFetching } = useQuery(boardQuery(search));
  const moves = useMoves();
  useEffect(() => {
    if (data) moveStore.shown(data);
  }, [data]);
  const board = useMemo(() => data && withMoves(data, moves), [data, moves]);
  return { board, error, refetch, isFetching };
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

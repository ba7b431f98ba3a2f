import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Team, User } from '../../../client/src/index.ts';
import { api } from './client.ts';

const minuteMs = 60_000;
async function everyone(): Promise<User[]> {
  return Array.fromAsync(api().all('listUsers', { query: { limit: 100 } }));
}
/** Everybody in the workspace: few, and named on every screen. */
export const usersQuery = queryOptions({ queryKey: ['users'], queryFn: everyone, staleTime: 5 * minuteMs });
export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: (): Promise<Team[]> => Array.fromAsync(api().all('listTeams', { query: { limit: 100 } })),
  staleTime: 5 * minuteMs,
});

export const useUsers = () => useQuery(usersQuery).data ?? [];
/** A user by id; undefined while they are not known. */
export const useUser = (id: string | undefined) => useUsers().find((user) => user.id === id);

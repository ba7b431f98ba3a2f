import { useQueryClient } from '@tanstack/react-query';
import type { User } from '../../../../../client/src/index.ts';
import { teamsQuery, usersQuery } from '../../../api/people.ts';
import { useListed } from '../parts/use-listed.ts';

/** Shows what became of somebody wherever they stand; who is shut out leaves their team. */
export function useWrittenUser() {
  const client = useQueryClient();
  const users = useListed<User>(usersQuery.queryKey);
  return (user: User) => {
    users.put(user);
    client.setQueryData(['user', user.id], user);
    void client.invalidateQueries({ queryKey: teamsQuery.queryKey });
  };
}

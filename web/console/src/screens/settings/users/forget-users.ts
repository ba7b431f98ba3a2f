import { useQueryClient } from '@tanstack/react-query';
import { teamsQuery, usersQuery } from '../../../api/people.ts';

/** What is written of users is shown anew wherever they stand. */
export function useForgetUsers() {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: usersQuery.queryKey });
    void client.invalidateQueries({ queryKey: teamsQuery.queryKey });
    void client.invalidateQueries({ queryKey: ['user'] });
  };
}

import { useSuspenseQuery } from '@tanstack/react-query';
import type { Permission } from '../../../client/src/index.ts';
import { meQuery, workspaceQuery } from '../api/workspace.ts';

/** Who is signed in; known to every screen below the shell. */
export const useMe = () => useSuspenseQuery(meQuery).data;
export const useWorkspace = () => useSuspenseQuery(workspaceQuery).data;

/** Whether one may, in general; of a single record the API's answer decides. */
export function useMay() {
  const { permissions } = useMe();
  return (permission: Permission) => permissions.includes(permission);
}

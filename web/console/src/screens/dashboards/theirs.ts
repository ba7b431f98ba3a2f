import type { Dashboard } from '../../../../client/src/index.ts';
import { useMay, useMe } from '../../app/me.ts';

/** Whether who is signed in may change a dashboard. */
export function useIsTheirs(): (dashboard: Dashboard) => boolean {
  const me = useMe();
  const may = useMay();
  return ({ ownerId }) => ownerId === me.id || may('workspaces:write');
}

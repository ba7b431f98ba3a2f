import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Import } from '../../../../client/src/index.ts';
import { type Repair, repairsChanged, withoutRepair, withRepair } from './repairs.ts';

/**
 * Repairs on a page: those that are applied already, with what was taken and put right since. They lie with what was read of this
 * dry run, so that nothing of them is lost with the page.
 */
export function useDraftRepairs({ id, version, replacements: saved = [] }: Import, mayWrite: boolean) {
  const client = useQueryClient();
  const queryKey = ['import-repairs', id, version];
  const { data: all = saved } = useQuery<Repair[]>({ queryKey, queryFn: skipToken });
  const change = (to: (now: Repair[]) => Repair[]) =>
    client.setQueryData<Repair[]>(queryKey, (now) => to(now ?? saved));
  return {
    all,
    mayWrite,
    changed: repairsChanged(saved, all),
    put: (...repairs: Repair[]) => change((now) => repairs.reduce(withRepair, now)),
    remove: (of: Pick<Repair, 'field' | 'from'>) => change((now) => withoutRepair(now, of)),
    discard: () => change(() => saved),
  };
}
export type DraftRepairs = ReturnType<typeof useDraftRepairs>;

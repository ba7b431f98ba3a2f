import { useState } from 'react';
import type { Import } from '../../../../client/src/index.ts';
import { type Repair, repairsChanged, withoutRepair, withRepair } from './repairs.ts';

/** Repairs on a page: those that are applied already, with what was taken and put right since. */
export function useDraftRepairs({ replacements: saved = [] }: Import, mayWrite: boolean) {
  const [all, setAll] = useState<readonly Repair[]>(saved);
  return {
    all,
    mayWrite,
    changed: repairsChanged(saved, all),
    put: (...repairs: Repair[]) =>
      setAll((now) => repairs.reduce<readonly Repair[]>((list, one) => withRepair(list, one), now)),
    remove: (of: Pick<Repair, 'field' | 'from'>) => setAll((now) => withoutRepair(now, of)),
    discard: () => setAll(saved),
  };
}
export type DraftRepairs = ReturnType<typeof useDraftRepairs>;

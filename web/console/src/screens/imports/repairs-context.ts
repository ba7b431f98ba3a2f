import { createContext, useContext } from 'react';
import type { Repair } from './repairs.ts';

/** Repairs that are being put together on a page, before they are applied. */
export type Repairs = {
  all: readonly Repair[];
  mayWrite: boolean;
  put: (...repairs: Repair[]) => void;
  remove: (of: Pick<Repair, 'field' | 'from'>) => void;
};
const Context = createContext<Repairs>({ all: [], mayWrite: false, put: () => {}, remove: () => {} });
export const RepairsProvider = Context.Provider;
export const useRepairs = (): Repairs => useContext(Context);

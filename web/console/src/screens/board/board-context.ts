import { createContext, useContext } from 'react';
import type { DealCard } from '../../../../client/src/index.ts';
import type { useFormats } from '../../parts/format.ts';

/** What every card and column uses; found once, since there are many of them. */
type BoardTools = {
  formats: ReturnType<typeof useFormats>;
  canMove: boolean;
  ownerNames: ReadonlyMap<string, string>;
  openMenu: (card: DealCard, at: HTMLElement) => void;
};
const Context = createContext<BoardTools | undefined>(undefined);
export const BoardProvider = Context.Provider;
export function useBoardTools(): BoardTools {
  const tools = useContext(Context);
  if (!tools) throw new Error('A card stands on a board');
  return tools;
}

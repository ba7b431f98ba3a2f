import { createContext, useContext } from 'react';
import type { Line } from './lines/line.ts';
import type { Ticking } from './use-ticked.ts';

export type Asked =
  /** What came of a call. `done` ticks the line's task, where it has one. */
  | { what: 'call'; line: Line; done?: (() => void) | undefined }
  | { what: 'day'; title: string; picked: (day: string) => void };
type Desk = Ticking & {
  /** Opens a dialog; it is loaded then. */
  ask: (asked: Asked) => void;
};
const DeskContext = createContext<Desk | undefined>(undefined);
export const DeskProvider = DeskContext.Provider;

/** What the lines of a day have in common. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('A line stands outside of a day');
  return desk;
}

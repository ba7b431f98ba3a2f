import { createContext, useContext } from 'react';
import type { RuledKind, Step } from './definition.ts';
import type { Faults } from './faults.ts';
import type { Say } from './say.ts';
import type { List, Place } from './steps.ts';

type Build = {
  say: Say;
  /** What the rule is about. */
  kind: RuledKind;
  faults: Faults;
  isReadOnly: boolean;
  /** The card that is edited. */
  open: string | undefined;
  setOpen: (card: string | undefined) => void;
  /** How many steps there still may be. */
  room: number;
  add: (list: List, at: number, deed: Step['do']) => void;
  put: (step: Step) => void;
  move: (id: string, by: -1 | 1) => void;
  canMove: (id: string, by: -1 | 1) => boolean;
  /** Takes a step to a place among the others. */
  place: (id: string, to: Place) => void;
  canPlace: (id: string, to: Place) => boolean;
  remove: (step: Step) => void;
};
export const BuildContext = createContext<Build | undefined>(undefined);
/** The rule that is built, and what can be done with it. */
export function useBuild(): Build {
  const build = useContext(BuildContext);
  if (!build) throw new Error('A card of a rule stands in its builder');
  return build;
}

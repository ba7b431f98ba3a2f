import type { Person, RecordClass, Verdict } from './access-oracle.ts';
import type { Call } from './call.ts';

/** How a door is tried: at whose record, and with which request; what the contract's example says is filled in. */
export type Aim = Pick<Call, 'params' | 'query' | 'body' | 'headers'>;
export type Trial = {
  kind: 'trial';
  /** Whose records make a difference here. */
  at: readonly RecordClass[];
  aim: (whose: RecordClass) => Promise<Aim> | Aim;
  verdict: (person: Person, whose: RecordClass) => Verdict;
  /** What an open door answers here where it is not what the contract promises first. */
  open?: { status: number; code: string };
};
/** A door that no roles guard; why. */
export type Unguarded = { kind: 'unguarded'; why: string };
export type Door = Trial | Unguarded;

export const unguarded = (why: string): Unguarded => ({ kind: 'unguarded', why });
export const trial = (given: Omit<Trial, 'kind'>): Trial => ({ kind: 'trial', ...given });

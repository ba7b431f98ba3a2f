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
  /** The same, by whose record it is at. */
  status?: (whose: RecordClass) => number;
};
/** A door for many at once: one request at everybody's records, a result for each. */
export type Batch = {
  kind: 'batch';
  at: readonly RecordClass[];
  aim: (all: readonly RecordClass[]) => Promise<Aim>;
  verdict: (person: Person, whose: RecordClass) => Verdict;
  /** What the door of one answers. */
  status: number;
};
/** A door that no roles guard; why. */
export type Unguarded = { kind: 'unguarded'; why: string };
export type Door = Trial | Batch | Unguarded;

export const unguarded = (why: string): Unguarded => ({ kind: 'unguarded', why });
export const trial = (given: Omit<Trial, 'kind'>): Trial => ({ kind: 'trial', ...given });
export const batch = (given: Omit<Batch, 'kind'>): Batch => ({ kind: 'batch', ...given });

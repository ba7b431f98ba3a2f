import { type Door, type Trial, trial } from './access-doors.ts';
import {
  hasPermission,
  missing,
  type RecordClass,
  recordClasses,
  type Verb,
  verdictOn,
} from './access-oracle.ts';
import { type FreshKind, fresh, neverId, ownerIds, standing } from './access-world.ts';

export type Ruled = Exclude<FreshKind, 'activity'>;
/** A door to one record that is only read: those that stay, with their timelines. */
export const reads = (kind: Ruled): Door =>
  trial({
    at: recordClasses,
    aim: (whose) => ({ params: { [`${kind}Id`]: standing(kind, whose) } }),
    verdict: (person, whose) => verdictOn(person, kind, 'read', whose),
  });
/** A door that changes one record; by the contract's example where no body is given. `sets`: what of it a role may hold back. */
export const changes = (
  kind: Ruled,
  verb: Verb,
  sets: string[] = [],
  made: (whose: RecordClass) => Promise<string> = (whose) => fresh(kind, whose),
  body?: object,
): Trial =>
  trial({
    at: recordClasses,
    aim: async (whose) => ({ params: { [`${kind}Id`]: await made(whose) }, ...(body && { body }) }),
    verdict: (person, whose) => verdictOn(person, kind, verb, whose, sets),
  });
/** A list of what is in reach: whoever may read any gets a page, be it empty. */
export const list = (needs: string): Door =>
  trial({
    at: ['own'],
    aim: () => ({}),
    verdict: (person) => (hasPermission(person, needs) ? 'ok' : missing),
  });

/** Whom a new record is for; `nobodys` names nobody. */
export const ownerGiven = (whose: RecordClass) => {
  const ownerId = whose === 'never' ? neverId('user') : ownerIds[whose];
  return ownerId ? { ownerId } : {};
};

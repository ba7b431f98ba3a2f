import { type Actor, allRights } from './actor.ts';
import { AppError, notFound } from './errors.ts';
import { type GovernedKind, recordPermission, type Verb } from './policy.ts';
import { mayTouch, type Who } from './rights.ts';

declare const made: unique symbol;
/**
 * Which of a workspace's records are in reach, and for what. A store of owned records cannot be asked without one, and only
 * the functions below make one.
 */
export type Scope = Who & { readonly workspaceId: string; readonly verb: Verb; readonly [made]: true };

const scope = (
  { workspaceId, id, rights }: Pick<Actor, 'workspaceId' | 'id' | 'rights'>,
  verb: Verb,
): Scope => ({ workspaceId, id, rights, verb }) as Scope;

/** What this actor may read; with another verb, what they may do that to. */
export const within = (
  actor: Actor | Pick<Actor, 'workspaceId' | 'id' | 'rights'>,
  verb: Verb = 'read',
): Scope => scope(actor, verb);
/** Everything, for Rapport's own parts: consumers, schedules, doors without a user. Never for a request of somebody. */
export const whole = (workspaceId: string): Scope =>
  scope({ workspaceId, id: '', rights: allRights }, 'edit');

export const mayRead = (of: Scope, kind: GovernedKind, owner: string | undefined): boolean =>
  mayTouch(of, kind, 'read', owner);

/** 403: the record is seen, and yet this may not be done to it. */
const outOfReach = (kind: GovernedKind, verb: Verb) =>
  new AppError(
    'forbidden',
    'record_out_of_reach',
    `Your roles let you see this ${kind}, but not ${verb} it (${recordPermission(kind, verb)} does not reach it).`,
  );

/** Throws what never was (404) for a record out of sight, 403 for one that is seen and may not be touched so. */
export function assertWithin(of: Scope, kind: GovernedKind, id: string, owner: string | undefined): void {
  if (!mayRead(of, kind, owner)) throw notFound(kind, id);
  if (of.verb !== 'read' && !mayTouch(of, kind, of.verb, owner)) throw outOfReach(kind, of.verb);
}

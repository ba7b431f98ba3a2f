import type { Actor } from './actor.ts';
import { AppError, notFound } from './errors.ts';
import type { IdKind } from './ids.ts';

/** What somebody has kept by a name, for themselves or for everybody in the workspace. */
export type KeptFor = { id: string; ownerId: string; visibility: 'private' | 'shared' };
/** Its kind, as ids and people say it. */
export type Noun = Extract<IdKind, 'view' | 'dashboard'>;

const isAdministrator = ({ permissions }: Actor): boolean => permissions.includes('workspaces:write');
const isOwn = ({ id }: Actor, { ownerId }: KeptFor): boolean => id === ownerId;

/**
 * They are a person's: a key that is held to less than they may has none, since no permission of its own says that it has.
 * Throws `permission_missing`.
 */
export function assertHasOwn({ rights: { scopes, cap } }: Actor, noun: Noun): void {
  if (scopes === undefined && cap === undefined) return;
  const detail = `A key that is held to some permissions or roles has no ${noun}s: ask as the user.`;
  throw new AppError('forbidden', 'permission_missing', detail);
}

/** A private one of somebody else never was, for administrators too. Throws `<noun>_not_found`. */
export function assertSeesKept(actor: Actor, noun: Noun, one: KeptFor): void {
  if (one.visibility === 'private' && !isOwn(actor, one)) throw notFound(noun, one.id);
}

/** What is shared its owner changes, and administrators. Throws as `assertSeesKept` does, and `record_out_of_reach`. */
export function assertMayChangeKept(actor: Actor, noun: Noun, one: KeptFor): void {
  assertSeesKept(actor, noun, one);
  if (isOwn(actor, one) || isAdministrator(actor)) return;
  const detail = `A shared ${noun} is changed by who made it and by administrators. Make one of your own.`;
  throw new AppError('forbidden', 'record_out_of_reach', detail);
}

/** Taken from everybody it would be where nobody else looks. Throws `record_out_of_reach`. */
export function assertMayHideKept(actor: Actor, noun: Noun, before: KeptFor, after: KeptFor): void {
  if (after.visibility === before.visibility || isOwn(actor, before)) return;
  const detail = `Only who made a ${noun} takes it back to themselves. Delete it, if nobody should have it.`;
  throw new AppError('forbidden', 'record_out_of_reach', detail);
}

import type { Actor } from '../core/actor.ts';
import { AppError, notFound } from '../core/errors.ts';
import type { View } from './view.ts';

const isAdministrator = ({ permissions }: Actor): boolean => permissions.includes('workspaces:write');
const isOwn = ({ id }: Actor, { ownerId }: View): boolean => id === ownerId;

/**
 * Views are a person's: a key that is held to less than they may has none, since no permission of its own says that it has.
 * Throws `permission_missing`.
 */
export function assertHasViews({ rights: { scopes, cap } }: Actor): void {
  if (scopes === undefined && cap === undefined) return;
  const detail = 'A key that is held to some permissions or roles has no views: ask as the user.';
  throw new AppError('forbidden', 'permission_missing', detail);
}

/** A private view of somebody else never was, for administrators too. Throws `view_not_found`. */
export function assertSeesView(actor: Actor, view: View): void {
  if (view.visibility === 'private' && !isOwn(actor, view)) throw notFound('view', view.id);
}

/** What is shared its owner changes, and administrators. Throws as `assertSeesView` does, and `record_out_of_reach`. */
export function assertMayChangeView(actor: Actor, view: View): void {
  assertSeesView(actor, view);
  if (isOwn(actor, view) || isAdministrator(actor)) return;
  const detail = 'A shared view is changed by who made it and by administrators. Make one of your own.';
  throw new AppError('forbidden', 'record_out_of_reach', detail);
}

/** Taken from everybody it would be where nobody else looks. Throws `record_out_of_reach`. */
export function assertMayHideView(actor: Actor, before: View, after: View): void {
  if (after.visibility === before.visibility || isOwn(actor, before)) return;
  const detail = 'Only who made a view takes it back to themselves. Delete it, if nobody should have it.';
  throw new AppError('forbidden', 'record_out_of_reach', detail);
}

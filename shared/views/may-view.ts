import type { Actor } from '../core/actor.ts';
import { assertHasOwn, assertMayChangeKept, assertMayHideKept, assertSeesKept } from '../core/kept-for.ts';
import type { View } from './view.ts';

/** Throws `permission_missing`. */
export const assertHasViews = (actor: Actor): void => assertHasOwn(actor, 'view');
/** Throws `view_not_found`. */
export const assertSeesView = (actor: Actor, view: View): void => assertSeesKept(actor, 'view', view);
/** Throws `view_not_found`, `record_out_of_reach`. */
export const assertMayChangeView = (actor: Actor, view: View): void =>
  assertMayChangeKept(actor, 'view', view);
/** Throws `record_out_of_reach`. */
export const assertMayHideView = (actor: Actor, before: View, after: View): void =>
  assertMayHideKept(actor, 'view', before, after);

import type { Actor } from '../core/actor.ts';
import { reachOf } from '../core/rights.ts';

/**
 * Whether one may know why a contact gets no mail: not of a consent that is `hidden` from them, nor of a ticket where they do not read every
 * one. That nothing goes is no secret.
 */
export function mayKnowReason(actor: Actor, hidden: ReadonlySet<string>): (reason: string) => boolean {
  const readsTickets = reachOf(actor, 'ticket', 'read').reach === 'all';
  return (reason) =>
    !((reason === 'no_consent' && hidden.has('consents')) || (reason === 'open_ticket' && !readsTickets));
}

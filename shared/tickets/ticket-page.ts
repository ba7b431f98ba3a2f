import * as z from 'zod';
import type { Actor } from '../core/actor.ts';
import { hiddenFields } from '../core/rights.ts';
import { PromiseBody } from '../promises/promise.ts';
import { type Ticket, TicketBody } from './ticket.ts';

/** A ticket, and what was promised to its customer. */
export const TicketPage = TicketBody.extend({
  promises: z
    .array(PromiseBody)
    .describe(
      'Open promises to the ticket’s contact and on its deal that one may see, the one that is due first in front.',
    ),
});
export type TicketPage = z.infer<typeof TicketPage>;

/** Whose promises stand on a ticket: not of a link that is hidden from its reader. */
export function promisedTo(actor: Actor, { ownerId, contactId, dealId }: Ticket) {
  const hidden = hiddenFields(actor, 'ticket', ownerId);
  return [
    ...(contactId && !hidden.has('contactId') ? [{ kind: 'contact', id: contactId } as const] : []),
    ...(dealId && !hidden.has('dealId') ? [{ kind: 'deal', id: dealId } as const] : []),
  ];
}

import { ownedStore } from '../platform/owned-store.ts';
import type { RecordType } from '../platform/record-type.ts';
import { mustBeNamed } from '../records/record-references-store.ts';
import {
  createTicket,
  NewTicket,
  patchTicket,
  type Ticket,
  type TicketPatch,
  ticketRecord,
} from './ticket.ts';
import { ordersOf } from './ticket-projection.ts';
import { ticketShape } from './ticket-shape.ts';

/** TICKET-1: by id, one GetItem. */
export const ticketStore = ownedStore(ticketRecord);

/** TICKET-2: by external id, two GetItems. */
export const ticketType: RecordType<Ticket, NewTicket, TicketPatch> = {
  of: ticketRecord,
  shape: ticketShape,
  store: ticketStore,
  untouched: NewTicket.parse({ subject: '-' }),
  make: async (given, by) => ({ change: createTicket(given, by), also: mustBeNamed(given, by) }),
  edit: async (ticket, patch, by) => ({
    change: patchTicket(ticket, patch, by),
    also: mustBeNamed(patch, by, ticket),
  }),
  orders: ordersOf,
};

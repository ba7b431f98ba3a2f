import type { RecordShape } from '../records/record-shape.ts';
import { NewTicket, TicketBody, TicketPatch, TicketStatus } from './ticket.ts';

export const ticketShape = {
  kind: 'ticket',
  name: 'Ticket',
  names: 'Tickets',
  tag: 'Tickets',
  a: 'a ticket',
  example: {
    id: 'ti_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
    created: {
      subject: 'The second engine does not start',
      description: 'It hums, and then it stops.',
      contactId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
      priority: 'high',
      channel: 'phone',
    },
    patch: { status: 'solved' },
  },
  body: TicketBody,
  created: NewTicket,
  patch: TicketPatch,
  orders: ['priority'],
  ascending: ['priority'],
  related: ['contactId', 'companyId', 'dealId'],
  states: { status: { values: TicketStatus, worked: true } },
  matchBy: ['externalId'],
  errors: ['contact_erased'],
} as const satisfies RecordShape;

import { Ticket, ticketRecord } from '../../shared/tickets/ticket.ts';
import type { AccessKind } from './access-kind.ts';

export const ticketKind: AccessKind = {
  kind: 'ticket',
  name: 'Ticket',
  names: 'Tickets',
  of: ticketRecord as never,
  secrets: (which) => ({ description: `PRIVATE-text-${which}`, custom: `PRIVATE-ticket-${which}` }),
  record: (base, subject, { description, custom }) =>
    Ticket.parse({ ...base, subject, description, custom: { secret: custom } }),
  plain: {},
  body: (n) => ({ subject: 'It hums', description: `Again ${n}`, custom: { budget: n } }),
  sets: ['description', 'custom'],
  patch: { description: null, priority: 'high' },
  patchSets: ['description'],
  orders: ['priority'],
};

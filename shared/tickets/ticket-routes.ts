import { defineRoute } from '../core/route.ts';
import { recordRoutes, routesOf } from '../records/record-routes.ts';
import { TicketPage } from './ticket-page.ts';
import { ticketShape } from './ticket-shape.ts';

export const ticketRecordRoutes = recordRoutes(ticketShape);
export const getTicketRoute = defineRoute({
  ...ticketRecordRoutes.read,
  summary: 'Read a ticket, and what its customer was promised',
  description:
    'The ticket, and the open promises to its contact and on its deal: at most three Queries more.',
  response: TicketPage,
  showsMore: true,
});
export const ticketRoutes = routesOf({ ...ticketRecordRoutes, read: getTicketRoute as never });

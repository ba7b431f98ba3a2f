import { createLiveTicketRoute } from '../../../shared/live/live-routes.ts';
import { newTicketText, ticketEndS } from '../../../shared/live/ticket.ts';
import { keepTicket } from '../../../shared/live/ticket-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { env } from '../../../shared/platform/env.ts';
import { signedIn } from '../../../shared/platform/signed-in.ts';

export const createLiveTicketOperation = operation(
  createLiveTicketRoute,
  async ({ event, actor: { workspaceId, id: userId }, now }) => {
    const { subject, sessionId } = signedIn(event);
    const ticket = newTicketText();
    const expiresAt = ticketEndS(now);
    await keepTicket(ticket, { workspaceId, userId, subject, sessionId, expiresAt });
    return {
      ticket,
      url: `${env('LIVE_URL')}?ticket=${ticket}`,
      expiresAt: new Date(expiresAt * 1000).toISOString(),
    };
  },
);

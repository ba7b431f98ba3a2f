import * as z from 'zod';
import { defineRoute } from '../core/route.ts';
import { ticketSeconds } from './ticket.ts';

export const createLiveTicketRoute = defineRoute({
  operationId: 'createLiveTicket',
  method: 'POST',
  path: '/v1/live/tickets',
  tag: 'Live',
  summary: 'A ticket for one connection that tells of others’ moves as they happen',
  description: `Opens one WebSocket at \`url\`, within ${ticketSeconds} seconds, for you in this workspace. What it tells are kinds, ids and versions of records that you may read; read them by the API. What comes, how to catch up and when to come again: docs/live.md. The ticket is kept as its hash alone; each request makes another, also with the same Idempotency-Key.`,
  access: 'signed_in',
  params: z.object({}),
  query: z.object({}),
  body: z.strictObject({}),
  status: 201,
  response: z.object({
    ticket: z.string().describe('Good for one connection. It is in the `url` already.'),
    url: z.string().describe('What to connect to, as it is: `wss://…`.'),
    expiresAt: z.iso.datetime(),
  }),
  errors: ['needs_session'],
  example: {
    body: {},
    response: {
      ticket: 'k3xYw0Zq1vBn8mTt5rPp7sLl2dHh9gJj4cFf6aEe0uI',
      url: 'wss://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com/live?ticket=k3xYw0Zq1vBn8mTt5rPp7sLl2dHh9gJj4cFf6aEe0uI',
      expiresAt: '2026-11-29T09:00:30.000Z',
    },
  },
});

export const liveRoutes = [createLiveTicketRoute];

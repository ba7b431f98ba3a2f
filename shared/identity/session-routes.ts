import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { defineRoute } from '../core/route.ts';
import { SessionBody } from './session.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const soon =
  'Its tokens are refused within 30 seconds everywhere (the gateway keeps what it learned of a token that long), refreshed ones too.';
const kinds = {
  tag: 'Sessions',
  access: 'signed_in',
  ...nothing,
} as const;

export const listSessionsRoute = defineRoute({
  ...kinds,
  operationId: 'listSessions',
  method: 'GET',
  path: '/v1/sessions',
  summary: 'Where I am signed in, the newest first',
  description:
    'At most the newest hundred that are not signed out. A session begins with the first request after a sign-in and lasts up to 30 days, in all of one’s workspaces.',
  status: 200,
  response: z.object({ items: z.array(SessionBody) }),
  errors: ['needs_session'],
  example: {
    response: {
      items: [
        {
          sessionId: 'se_0KAPRM3V5Z8Y7Q2W4X6T9N1BCD',
          startedAt: '2026-11-22T09:00:00.000Z',
          lastSeenAt: '2026-11-22T11:45:10.000Z',
          from: '192.0.2.1',
          userAgent: 'Mozilla/5.0',
          isCurrent: true,
        },
      ],
    },
  },
});

export const signOutRoute = defineRoute({
  ...kinds,
  operationId: 'signOut',
  method: 'DELETE',
  path: '/v1/sessions/current',
  summary: 'Sign out',
  description: `Ends the session of this very token. ${soon} May be repeated.`,
  status: 204,
  response: z.undefined(),
  errors: ['needs_session'],
  example: {},
});

export const endSessionRoute = defineRoute({
  ...kinds,
  operationId: 'endSession',
  method: 'DELETE',
  path: '/v1/sessions/{sessionId}',
  summary: 'End one of my sessions, or of a user of the workspace',
  description: `Another user’s takes the permission \`users:write\`; without it, it is not there. ${soon} May be repeated.`,
  params: z.object({ sessionId: idOf('session') }),
  status: 204,
  response: z.undefined(),
  errors: ['needs_session', 'session_not_found'],
  example: { params: { sessionId: 'se_0KAPRM3V5Z8Y7Q2W4X6T9N1BCD' } },
});

export const signOutEverywhereRoute = defineRoute({
  ...kinds,
  operationId: 'signOutEverywhere',
  method: 'DELETE',
  path: '/v1/sessions',
  summary: 'Sign out everywhere',
  description: `Ends all my sessions, this one too, and every refresh token. ${soon} May be repeated. API keys go on: see \`/v1/keys\`.`,
  status: 204,
  response: z.undefined(),
  errors: ['needs_session'],
  example: {},
});

export const sessionRoutes = [listSessionsRoute, signOutRoute, endSessionRoute, signOutEverywhereRoute];

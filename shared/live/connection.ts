import * as z from 'zod';
import { refusalOfToken } from '../identity/authorize.ts';
import type { Credential } from '../identity/credential-store.ts';
import type { Session } from '../identity/session.ts';
import { Ticket } from './ticket.ts';

/** One open WebSocket of a user in a workspace. */
export const Connection = Ticket.extend({
  connectionId: z.string(),
  connectedAt: z.iso.datetime(),
});
export type Connection = z.infer<typeof Connection>;

/** Connections that a user may have in a workspace; the oldest goes for the newest. */
const mostConnections = 20;
const longestS = 2 * 3600; // API Gateway: "Connection duration for WebSocket API"
const slackS = 600;

/** What a ticket makes of the connection that shows it. API Gateway tells of most ends, not of all: it ends by itself. */
export function newConnection(ticket: Ticket, connectionId: string, connectedAt: string): Connection {
  const expiresAt = Math.floor(Date.parse(connectedAt) / 1000) + longestS + slackS;
  return { ...ticket, connectionId, connectedAt, expiresAt };
}

/** The oldest that are too many, of one user's connections in the order in which they were made. */
export const tooMany = <T>(connections: readonly T[]): T[] =>
  connections.slice(0, Math.max(0, connections.length - mostConnections));

/** The longest that a handshake may take. */
export const handshakeS = 30;
/**
 * Whether a connection may still be in its handshake: API Gateway says of it that it is gone, and a moment later it is there.
 */
export const isYoung = ({ connectedAt }: Connection, now: string): boolean =>
  Date.parse(now) - Date.parse(connectedAt) < handshakeS * 1000;

/** Why a connection is ended, as its client is told. */
export type Bye = 'signed_out' | 'deactivated' | 'too_many_connections';

/** What a connection's user is now: the names of their roles, or why the connection is to end. */
export type Standing = { roles: readonly string[] } | { bye: Bye };

/** By the rules that an access token of the same session goes by. */
export function standingOf(
  { workspaceId, subject, sessionId }: Connection,
  credential: Credential | undefined,
  session: Session | undefined,
  now: string,
): Standing {
  const membership = credential?.memberships.find((one) => one.workspaceId === workspaceId);
  if (!membership) return { bye: 'deactivated' };
  if (!session) return { bye: 'signed_out' };
  const signedInS = Date.parse(session.startedAt) / 1000;
  const refused = refusalOfToken({ subject, sessionId, signedInS }, credential, session, now);
  return refused ? { bye: 'signed_out' } : { roles: membership.roles };
}

import { findCredential } from '../../../shared/identity/credential-store.ts';
import { SessionEnded, sessionEnded } from '../../../shared/identity/session-events.ts';
import { userDeactivated } from '../../../shared/identity/user-events.ts';
import { type Bye, type Connection, handshakeS } from '../../../shared/live/connection.ts';
import { connectionsOfUser } from '../../../shared/live/connection-store.ts';
import { standingsNow } from '../../../shared/live/standing-store.ts';
import { queueConsumer, RetryLater } from '../../../shared/platform/consumer.ts';
import { endConnection } from '../connections/end-connection.ts';

/** The types of event that end connections. */
export const endingTypes: readonly string[] = [sessionEnded, userDeactivated.type];

type Ending = { connection: Connection; reason: Bye };

/** Those of a sign-in, in whatever workspaces its user is; out of the others they have been shut already. */
async function ofSession(detail: unknown): Promise<Ending[]> {
  const { sessionId, subject, userId } = SessionEnded.parse(detail).data;
  const memberships = (await findCredential(subject))?.memberships ?? [];
  const found = await Promise.all(
    memberships.map(({ workspaceId }) => connectionsOfUser(workspaceId, userId)),
  );
  return found
    .flat()
    .filter((connection) => connection.sessionId === sessionId)
    .map((connection) => ({ connection, reason: 'signed_out' }));
}

/** Those of a user; of one who is here again meanwhile, none. */
async function ofUser(detail: unknown, now: string): Promise<Ending[]> {
  const { workspaceId, data } = userDeactivated.parse(detail);
  const connections = await connectionsOfUser(workspaceId, data.userId);
  const standings = await standingsNow(connections, now);
  return connections.flatMap((connection) => {
    const standing = standings.get(connection.connectionId);
    return standing && 'bye' in standing ? [{ connection, reason: standing.bye }] : [];
  });
}

/** Three such waits outlast a handshake, so that the fifth attempt, the last, is never one of them. */
const waitS = handshakeS / 3;
/** Ends the connections of who signed out or was shut out. May be repeated: what has ended is not there any more. */
export const endConnections = queueConsumer(async (body) => {
  const { 'detail-type': type, detail } = body as { 'detail-type'?: string; detail?: unknown };
  const now = new Date().toISOString();
  const endings = type === sessionEnded ? await ofSession(detail) : await ofUser(detail, now);
  const ended = await Promise.all(
    endings.map(({ connection, reason }) => endConnection(connection, reason, now)),
  );
  if (ended.includes(false)) throw new RetryLater(waitS, 'A connection is in its handshake');
});

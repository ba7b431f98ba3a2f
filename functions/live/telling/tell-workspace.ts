import { rightsOf } from '../../../shared/access/access-store.ts';
import { linesOfEach } from '../../../shared/changes/visible-lines-store.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { permissionsOf } from '../../../shared/core/rights.ts';
import { type Bye, type Connection, isYoung } from '../../../shared/live/connection.ts';
import { connectionsOf, forgetConnection } from '../../../shared/live/connection-store.ts';
import type { LiveChange, LiveMessage } from '../../../shared/live/live-message.ts';
import { mayHear } from '../../../shared/live/may-hear.ts';
import { standingsLately } from '../../../shared/live/standing-store.ts';
import { disconnect, postTo } from '../../../shared/platform/live-gateway.ts';
import { logger } from '../../../shared/platform/logger.ts';
import { endConnection } from '../connections/end-connection.ts';

type Reader = { actor: Actor; connections: Connection[] };

async function actorOf({ workspaceId, userId }: Connection, roles: readonly string[]): Promise<Actor> {
  const rights = await rightsOf(workspaceId, { userId, roles });
  const permissions = permissionsOf({ id: userId, rights });
  return { kind: 'user', workspaceId, id: userId, permissions, rights };
}

/** That somebody cannot be let go keeps nobody from being told: their next ping, or the event of it, ends them. */
async function letGo(connection: Connection, reason: Bye, now: string): Promise<void> {
  try {
    await endConnection(connection, reason, now);
  } catch (error) {
    const { connectionId } = connection;
    logger.warn('a connection could not be ended', { connectionId, error: error as Error });
  }
}

/** Who may be told anything at all, each with their connections. Those who may not be here any more are let go. */
export async function readersOf(connections: readonly Connection[], now: string): Promise<Reader[]> {
  const standings = await standingsLately(connections, now);
  const readers = new Map<string, { roles: readonly string[]; connections: Connection[] }>();
  const leavers: Promise<unknown>[] = [];
  for (const connection of connections) {
    const standing = standings.get(connection.connectionId);
    if (!standing) continue;
    if ('bye' in standing) leavers.push(letGo(connection, standing.bye, now));
    else {
      const reader = readers.get(connection.userId) ?? { roles: standing.roles, connections: [] };
      reader.connections.push(connection);
      readers.set(connection.userId, reader);
    }
  }
  await Promise.all(leavers);
  return Promise.all(
    [...readers.values()].map(async ({ roles, connections: theirs }) => ({
      actor: await actorOf(theirs[0] as Connection, roles),
      connections: theirs,
    })),
  );
}

/**
 * Tells one connection. Whom API Gateway does not reach after four tries is let go, so that they come again and catch up, rather than look
 * at what is old; it keeps nobody else from being told.
 */
async function tell(connection: Connection, message: LiveMessage, now: string): Promise<void> {
  const { connectionId } = connection;
  try {
    const wasThere = await postTo(connectionId, message);
    if (!wasThere && !isYoung(connection, now)) await forgetConnection(connection);
  } catch (error) {
    logger.warn('a connection could not be told', { connectionId, error: error as Error });
    await disconnect(connectionId).catch(() => false);
    await forgetConnection(connection);
  }
}

const atOnce = 50;
export async function tellAll(all: readonly { connection: Connection; message: LiveMessage }[], now: string) {
  for (let n = 0; n < all.length; n += atOnce)
    await Promise.all(
      all.slice(n, n + atOnce).map(({ connection, message }) => tell(connection, message, now)),
    );
}

/** Those that have not run out, whether they were told of as gone or not. */
export const openAt = (connections: readonly Connection[], now: string): Connection[] =>
  connections.filter(({ expiresAt }) => expiresAt * 1000 > Date.parse(now));

/**
 * Tells everybody who is connected in a workspace of the changes that they may read. One Query where nobody is; else what it
 * costs follows from who is connected, and not from what the workspace holds.
 */
export async function tellWorkspace(
  workspaceId: string,
  changes: readonly LiveChange[],
  now: string,
): Promise<void> {
  const open = openAt(await connectionsOf(workspaceId), now);
  if (open.length === 0) return;
  const readers = await readersOf(open, now);
  const seen = await linesOfEach(
    workspaceId,
    readers.map(({ actor }) => actor),
    changes,
  );
  const messages = readers.flatMap(({ actor, connections }, n) => {
    const theirs = (seen[n] ?? []).filter((change) => mayHear(actor, change));
    const message: LiveMessage = { action: 'changes', changes: theirs };
    return theirs.length > 0 ? connections.map((connection) => ({ connection, message })) : [];
  });
  await tellAll(messages, now);
}

import { nameOf } from '../core/projection.ts';
import { Credential, credentialKey } from '../identity/credential-store.ts';
import { Session } from '../identity/session.ts';
import { sessionKey } from '../identity/session-item.ts';
import { getItems } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { type Connection, type Standing, standingOf } from './connection.ts';

/** LIVE-4: how each connection's user stands, by its id; one consistent BatchGet for fifty. */
export async function standingsNow(
  connections: readonly Connection[],
  now: string,
): Promise<Map<string, Standing>> {
  const items = await getItems(
    connections.flatMap(({ subject, sessionId }) => [credentialKey(subject), sessionKey(sessionId)]),
  );
  const standing = (connection: Connection): Standing => {
    const credential = items.get(nameOf(credentialKey(connection.subject)));
    const session = items.get(nameOf(sessionKey(connection.sessionId)));
    return standingOf(
      connection,
      credential && Credential.parse(credential, parseContext()),
      session && Session.parse(session, parseContext()),
      now,
    );
  };
  return new Map(connections.map((connection) => [connection.connectionId, standing(connection)]));
}

/** With what a process keeps of roles (30 s, ACCESS-1) everything that changes acts within a minute. */
const keptMs = 20_000;
const most = 10_000;
const kept = new Map<string, { standing: Standing; until: number }>();

/** LIVE-4: the same, looked up at most every 20 s a process and connection. */
export async function standingsLately(
  connections: readonly Connection[],
  now: string,
): Promise<Map<string, Standing>> {
  const at = Date.now();
  if (kept.size > most) kept.clear();
  const stale = connections.filter(({ connectionId }) => (kept.get(connectionId)?.until ?? 0) <= at);
  const fresh = stale.length > 0 ? await standingsNow(stale, now) : new Map<string, Standing>();
  for (const [id, standing] of fresh) kept.set(id, { standing, until: at + keptMs });
  return new Map(
    connections.flatMap(({ connectionId }) => {
      const standing = fresh.get(connectionId) ?? kept.get(connectionId)?.standing;
      return standing ? [[connectionId, standing] as const] : [];
    }),
  );
}

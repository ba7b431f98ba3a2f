import type { Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { commit } from '../platform/commit.ts';
import { getItem, queryItems } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { Connection } from './connection.ts';

const connectionKey = (connectionId: string): Key => ({
  pk: `LIVECONNECTION#${connectionId}`,
  sk: 'LIVECONNECTION',
});
const listPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIVE`;
/** A workspace's connections, each user's together, the oldest first. */
const listKey = ({ workspaceId, userId, connectedAt, connectionId }: Connection): Key => ({
  pk: listPk(workspaceId),
  sk: `${userId}#${connectedAt}#${connectionId}`,
});

/** LIVE-2: a connection, by its id and among those of its workspace; one transaction. */
export const keepConnection = (connection: Connection): Promise<void> =>
  commit(
    [connectionKey(connection.connectionId), listKey(connection)].map((key) => ({
      action: { Put: { Item: { ...connection, ...key } } },
    })),
  );

/** May be repeated. */
export const forgetConnection = (connection: Connection): Promise<void> =>
  commit(
    [connectionKey(connection.connectionId), listKey(connection)].map((Key) => ({
      action: { Delete: { Key } },
    })),
  );

/** LIVE-2: one consistent GetItem. */
export async function findConnection(connectionId: string): Promise<Connection | undefined> {
  const item = await getItem(connectionKey(connectionId));
  return item && Connection.parse(item, parseContext());
}

const pageSize = 1000;
async function listed(range: { pk: string; from?: string; to?: string }): Promise<Connection[]> {
  const found: Connection[] = [];
  let after: Key | undefined;
  do {
    const { items, last } = await queryItems({ ...range, limit: pageSize, consistent: true, after });
    found.push(...items.map((item) => Connection.parse(item, parseContext())));
    after = last;
  } while (after);
  return found;
}

/** LIVE-3: everybody who is connected in a workspace; one consistent Query a thousand, and one where nobody is. */
export const connectionsOf = (workspaceId: string): Promise<Connection[]> =>
  listed({ pk: listPk(workspaceId) });

/** LIVE-3: a user's in a workspace, the oldest first; one consistent Query. */
export const connectionsOfUser = (workspaceId: string, userId: string): Promise<Connection[]> =>
  listed({ pk: listPk(workspaceId), from: `${userId}#`, to: `${userId}$` });

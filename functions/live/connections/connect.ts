import { newConnection, tooMany } from '../../../shared/live/connection.ts';
import {
  connectionsOfUser,
  forgetConnection,
  keepConnection,
} from '../../../shared/live/connection-store.ts';
import { standingsNow } from '../../../shared/live/standing-store.ts';
import { takeTicket } from '../../../shared/live/ticket-store.ts';
import { endConnection } from './end-connection.ts';
import type { WebSocketEvent } from './web-socket-event.ts';

const answer = (statusCode: number) => ({ statusCode });

/** The oldest of a user's go where there are too many. One more for a while, where two come at once, harms nobody. */
async function makeRoom(workspaceId: string, userId: string, now: string): Promise<void> {
  const surplus = tooMany(await connectionsOfUser(workspaceId, userId));
  await Promise.all(surplus.map((one) => endConnection(one, 'too_many_connections', now)));
}

/**
 * Lets in who shows a ticket that nobody has used. How its user stands is looked at once the connection is kept: whoever shuts them
 * out meanwhile finds it there, or has done so before the look.
 */
export async function connect({ requestContext, queryStringParameters = {} }: WebSocketEvent) {
  const { connectionId, requestTimeEpoch } = requestContext;
  const now = new Date(requestTimeEpoch).toISOString();
  const shown = queryStringParameters.ticket ?? '';
  const ticket = shown === '' ? undefined : await takeTicket(shown, requestTimeEpoch / 1000);
  if (!ticket) return answer(401);
  const connection = newConnection(ticket, connectionId, now);
  await keepConnection(connection);
  const standing = (await standingsNow([connection], now)).get(connectionId);
  if (!standing || 'bye' in standing) {
    await forgetConnection(connection);
    return answer(403);
  }
  await makeRoom(ticket.workspaceId, ticket.userId, now);
  return answer(200);
}

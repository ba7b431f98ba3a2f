import { findConnection } from '../../../shared/live/connection-store.ts';
import { isPing, type LiveMessage, notUnderstood } from '../../../shared/live/live-message.ts';
import { standingsNow } from '../../../shared/live/standing-store.ts';
import { disconnect } from '../../../shared/platform/live-gateway.ts';
import { endConnection } from './end-connection.ts';
import type { WebSocketEvent } from './web-socket-event.ts';

const answer = (message: LiveMessage) => ({ statusCode: 200, body: JSON.stringify(message) });
const silence = { statusCode: 200 };

/**
 * Answers a ping, and looks whether its sender may still be connected: what should have ended and did not, ends here. A connection
 * that is not kept is told of nothing, so that it had better come again.
 */
export async function hear({ requestContext, body }: WebSocketEvent) {
  const { connectionId, requestTimeEpoch } = requestContext;
  if (!isPing(body)) return answer(notUnderstood);
  const connection = await findConnection(connectionId);
  if (!connection) {
    await disconnect(connectionId);
    return silence;
  }
  const now = new Date(requestTimeEpoch).toISOString();
  const standing = (await standingsNow([connection], now)).get(connectionId);
  if (standing && 'roles' in standing) return answer({ action: 'pong' });
  await endConnection(connection, standing?.bye ?? 'signed_out', now);
  return silence;
}

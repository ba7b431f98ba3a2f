import { findConnection, forgetConnection } from '../../../shared/live/connection-store.ts';
import type { WebSocketEvent } from './web-socket-event.ts';

/** API Gateway says so of most connections that end; the others are forgotten when they cannot be told something. */
export async function leave({ requestContext: { connectionId } }: WebSocketEvent) {
  const connection = await findConnection(connectionId);
  if (connection) await forgetConnection(connection);
  return { statusCode: 200 };
}

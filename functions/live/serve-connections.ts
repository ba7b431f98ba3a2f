import { failingBare } from '../../shared/platform/failing-bare.ts';
import { countRequest } from '../../shared/platform/parse-context.ts';
import { connect } from './connections/connect.ts';
import { hear } from './connections/hear.ts';
import { leave } from './connections/leave.ts';
import type { WebSocketEvent } from './connections/web-socket-event.ts';

function served(event: WebSocketEvent): Promise<{ statusCode: number; body?: string }> {
  if (event.requestContext.eventType === 'CONNECT') return connect(event);
  return event.requestContext.eventType === 'DISCONNECT' ? leave(event) : hear(event);
}
/** The WebSocket API's one function: who comes in, who goes, and what they say. */
export const handler = failingBare((event: WebSocketEvent) => served(event).finally(countRequest));

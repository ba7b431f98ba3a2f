import type { WebSocket } from 'ws';
import { type Answer, type Handler, json } from '../http.ts';
import type { Peer } from './websocket-event.ts';

export type Open = Map<string, { socket: WebSocket; peer: Peer; lastActiveAt: number }>;

const mostBytes = 128 * 1024;
const gone = json(410, { message: 'Gone' }, { 'x-amzn-errortype': 'GoneException' });
const tooLarge = json(
  413,
  { message: 'Payload too large' },
  { 'x-amzn-errortype': 'PayloadTooLargeException' },
);

/** The connection that a path names behind `/@connections/`. */
const idIn = (path: string): string => decodeURIComponent(path.split('/@connections/')[1] ?? '');

type Told = (open: Open, id: string, body: Buffer) => Answer;
const post: Told = (open, id, body) => {
  const found = open.get(id);
  if (!found) return gone;
  if (body.length > mostBytes) return tooLarge;
  found.lastActiveAt = Date.now();
  found.socket.send(body.toString());
  return { status: 200 };
};
const look: Told = (open, id) => {
  const found = open.get(id);
  if (!found) return gone;
  const { connectedAt, sourceIp, userAgent } = found.peer;
  return json(200, {
    connectedAt: new Date(connectedAt).toISOString(),
    identity: { sourceIp, userAgent },
    lastActiveAt: new Date(found.lastActiveAt).toISOString(),
  });
};
const end: Told = (open, id) => {
  const found = open.get(id);
  if (!found) return gone;
  open.delete(id);
  found.socket.close(1000, 'Connection closed by the server');
  return { status: 204 };
};
const operations: Record<string, Told> = { POST: post, GET: look, DELETE: end };

/** `@connections`: what functions send to connections, ask of them, and end ("Use @connections commands in your backend service"). */
export const connectionsHandler =
  (open: Open): Handler =>
  ({ method, path, body }) =>
    operations[method]?.(open, idIn(path), body) ?? json(403, { message: 'Forbidden' });

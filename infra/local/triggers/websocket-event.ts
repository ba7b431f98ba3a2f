import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { requestTime } from './http-event.ts';

/** What API Gateway hands to the function behind a WebSocket API ("Lambda proxy integration", WebSocket APIs). */
export type Peer = {
  connectionId: string;
  connectedAt: number;
  host: string;
  sourceIp: string;
  userAgent: string;
};
type Gateway = { apiId: string; stage: string };

export const peerOf = ({ headers, socket }: IncomingMessage): Peer => ({
  connectionId: `${randomUUID().replaceAll('-', '').slice(0, 14)}=`,
  connectedAt: Date.now(),
  host: (headers.host ?? 'localhost').replace(/:\d+$/, ''),
  sourceIp: (socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, ''),
  userAgent: headers['user-agent'] ?? '',
});

function contextOf(peer: Peer, { apiId, stage }: Gateway, routeKey: string, eventType: string) {
  const at = new Date();
  const requestId = randomUUID();
  return {
    routeKey,
    eventType,
    extendedRequestId: requestId,
    requestTime: requestTime(at),
    messageDirection: 'IN',
    stage,
    connectedAt: peer.connectedAt,
    requestTimeEpoch: at.getTime(),
    identity: { sourceIp: peer.sourceIp, ...(peer.userAgent && { userAgent: peer.userAgent }) },
    requestId,
    domainName: peer.host,
    connectionId: peer.connectionId,
    apiId,
  };
}

function queryOf(url: string) {
  const query = new URL(url, 'http://localhost').searchParams;
  const names = [...new Set(query.keys())];
  if (names.length === 0) return {};
  return {
    queryStringParameters: Object.fromEntries(names.map((name) => [name, query.getAll(name).at(-1)])),
    multiValueQueryStringParameters: Object.fromEntries(names.map((name) => [name, query.getAll(name)])),
  };
}

export function connectEvent(peer: Peer, gateway: Gateway, { headersDistinct, url = '/' }: IncomingMessage) {
  const named = Object.entries(headersDistinct).map(([name, values = []]) => [name, values] as const);
  return {
    headers: Object.fromEntries(named.map(([name, values]) => [name, values.join(',')])),
    multiValueHeaders: Object.fromEntries(named),
    ...queryOf(url),
    requestContext: contextOf(peer, gateway, '$connect', 'CONNECT'),
    isBase64Encoded: false,
  };
}

export const messageEvent = (peer: Peer, gateway: Gateway, routeKey: string, body: string) => ({
  requestContext: { ...contextOf(peer, gateway, routeKey, 'MESSAGE'), messageId: randomUUID() },
  body,
  isBase64Encoded: false,
});

export const disconnectEvent = (peer: Peer, gateway: Gateway, code: number, reason: string) => ({
  headers: { Host: peer.host, 'x-api-key': '', 'X-Forwarded-For': '', 'x-restapi': '' },
  requestContext: {
    ...contextOf(peer, gateway, '$disconnect', 'DISCONNECT'),
    disconnectStatusCode: code,
    disconnectReason: reason,
  },
  isBase64Encoded: false,
});

/** `$request.body.action`: the message's own word for its route; `$default` where it has none, or is no JSON. */
export function routeOf(body: string, expression: string, known: (key: string) => boolean): string {
  const name = /^\$request\.body\.(\w+)$/.exec(expression)?.[1];
  if (name === undefined) throw new Error(`The local cloud does not know the route selection ${expression}`);
  try {
    const key = (JSON.parse(body) as Record<string, unknown> | null)?.[name];
    return typeof key === 'string' && known(key) ? key : '$default';
  } catch {
    return '$default';
  }
}

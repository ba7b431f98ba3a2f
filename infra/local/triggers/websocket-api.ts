import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Assembly, Resource } from '../assembly.ts';
import type { Handler } from '../http.ts';
import type { Functions } from '../runtime/functions.ts';
import { functionArnIn } from './authorizer.ts';
import { connectionsHandler, type Open } from './websocket-connections.ts';
import {
  connectEvent,
  disconnectEvent,
  messageEvent,
  type Peer,
  peerOf,
  routeOf,
} from './websocket-event.ts';

export type WebSocketApi = {
  /** Whether a path (of an upgrade, or of `@connections`) is this API's. */
  owns(path: string): boolean;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  connections: Handler;
  end(): void;
};

/** API Gateway's limits. A message may have 128 KB there, in frames of 32; here frames are not seen, and a message has one. */
const frameBytes = 32 * 1024;
const idleMs = 600_000;
const longestMs = 2 * 3600_000;

type Target = { functionArn: string; answers: boolean };
type Called = { status: number; body?: string | undefined };

function targetsOf(assembly: Assembly, api: Resource): Map<string, Target> {
  const ofApi = (type: string) =>
    assembly.ofType(`AWS::ApiGatewayV2::${type}`).filter(({ properties }) => properties.ApiId === api.ref);
  const integrations = new Map(ofApi('Integration').map((one) => [one.ref, one.properties]));
  const answering = new Set(ofApi('RouteResponse').map(({ properties }) => properties.RouteId));
  return new Map(
    ofApi('Route').map(({ ref, properties }) => {
      const { RouteKey, Target, AuthorizationType = 'NONE', RouteResponseSelectionExpression } = properties;
      const integration = integrations.get(String(Target).replace('integrations/', ''));
      if (!integration) throw new Error(`The route ${RouteKey} has no integration`);
      if (AuthorizationType !== 'NONE')
        throw new Error(`${RouteKey}: authorizers of WebSocket APIs do not run here`);
      const answers = RouteResponseSelectionExpression !== undefined && answering.has(ref);
      return [String(RouteKey), { functionArn: functionArnIn(String(integration.IntegrationUri)), answers }];
    }),
  );
}

/** Ends a handshake with a status and no more, as API Gateway does. */
function refuse(socket: Duplex, status: number): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

/** An `AWS::ApiGatewayV2::Api` of the WebSocket kind. It is reached under the name of its stage, as in AWS. */
export function webSocketApi(assembly: Assembly, api: Resource, functions: Functions): WebSocketApi {
  const [stage] = assembly
    .ofType('AWS::ApiGatewayV2::Stage')
    .filter(({ properties }) => properties.ApiId === api.ref);
  const gateway = { apiId: api.id, stage: stage?.id ?? '' };
  const targets = targetsOf(assembly, api);
  const expression = String(api.properties.RouteSelectionExpression);
  const open: Open = new Map();
  const server = new WebSocketServer({ noServer: true, maxPayload: frameBytes });

  const call = async (routeKey: string, event: object): Promise<Called> => {
    const target = targets.get(routeKey);
    if (!target) return { status: routeKey === '$default' ? 403 : 200 };
    // It throws where the cloud is about to end.
    const outcome = await functions.invoke(target.functionArn, event).catch(() => undefined);
    if (!outcome?.ok) return { status: 500 };
    const { statusCode = 200, body } = (JSON.parse(outcome.payload) ?? {}) as {
      statusCode?: number;
      body?: string;
    };
    return { status: statusCode, body: target.answers ? body : undefined };
  };

  const hear = async (peer: Peer, socket: WebSocket, data: RawData): Promise<void> => {
    const entry = open.get(peer.connectionId);
    if (entry) entry.lastActiveAt = Date.now();
    const body = String(data);
    const routeKey = routeOf(body, expression, (key) => targets.has(key));
    const { status, body: answer } = await call(routeKey, messageEvent(peer, gateway, routeKey, body));
    if (status >= 500)
      socket.send(JSON.stringify({ message: 'Internal server error', connectionId: peer.connectionId }));
    else if (answer) socket.send(answer);
  };

  const accept = (peer: Peer, socket: WebSocket): void => {
    open.set(peer.connectionId, { socket, peer, lastActiveAt: Date.now() });
    const idle = setInterval(() => {
      const { lastActiveAt = 0 } = open.get(peer.connectionId) ?? {};
      const isOver = Date.now() - lastActiveAt > idleMs || Date.now() - peer.connectedAt > longestMs;
      if (isOver) socket.close(1001, 'Going away');
    }, 1000);
    socket.on('message', (data) => void hear(peer, socket, data));
    socket.on('error', () => socket.terminate());
    socket.on('close', (code, reason) => {
      clearInterval(idle);
      open.delete(peer.connectionId);
      void call('$disconnect', disconnectEvent(peer, gateway, code, String(reason)));
    });
  };

  return {
    owns: (path) => path === `/${gateway.stage}` || path.startsWith(`/${gateway.stage}/@connections/`),
    upgrade: async (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      const peer = peerOf(request);
      const { status } = await call('$connect', connectEvent(peer, gateway, request));
      if (status < 200 || status > 299) return refuse(socket, status);
      server.handleUpgrade(request, socket, head, (webSocket) => accept(peer, webSocket));
    },
    connections: connectionsHandler(open),
    end: () => {
      for (const { socket } of open.values()) socket.terminate();
      server.close();
    },
  };
}

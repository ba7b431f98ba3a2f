import type { Assembly } from './assembly.ts';
import { controlHandler } from './control.ts';
import { compact } from './engine-file.ts';
import type { Base, Rooms } from './rooms.ts';
import { type Servers, starting } from './servers.ts';
import { consoleHandler } from './services/console.ts';
import { startIdentity } from './services/identity.ts';
import { openOutbox } from './services/outbox.ts';
import { openUserPool } from './services/user-pool.ts';
import { userPoolHandler } from './services/user-pool-api.ts';
import { httpApi } from './triggers/http-api.ts';
import { type WebSocketApi, webSocketApi } from './triggers/websocket-api.ts';

const clientsOf = (assembly: Assembly) =>
  assembly
    .ofType('AWS::Cognito::UserPoolClient')
    .map(({ id, properties: { CallbackURLs: callbacks = [], LogoutURLs: logouts = [] } }) => ({
      id,
      callbacks: callbacks as string[],
      logouts: logouts as string[],
    }));

/** The console's files, and what its pages may speak with: issuer and socket stand at this very port, by whichever name it is called. */
function consoleOf({ options, place }: Base, servers: Servers) {
  if (!options.console) return undefined;
  const { port } = new URL(place.apiUrl);
  const sockets = ['localhost', '127.0.0.1'].map((host) => `ws://${host}:${port}`);
  return consoleHandler(options.console, {
    issuer: [new URL(place.issuerUrl).origin],
    live: sockets,
    files: [servers.s3.url],
  });
}

/** The WebSocket API of the template, which takes the upgrades of the one port. */
function socketsOf({ assembly, endings }: Base, servers: Servers, rooms: Rooms): WebSocketApi | undefined {
  const api = assembly
    .ofType('AWS::ApiGatewayV2::Api')
    .find(({ properties }) => properties.ProtocolType === 'WEBSOCKET');
  const sockets = api && webSocketApi(assembly, api, rooms.functions);
  servers.api.server.on('upgrade', (request, socket, head) => {
    if (sockets?.owns((request.url ?? '').split('?')[0] ?? '')) void sockets.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });
  if (sockets) endings.push(sockets.end);
  return sockets;
}

/** The one port that people see: control and issuer below `/_local/`, the API, and the console everywhere else. */
export async function serveApi(base: Base, servers: Servers, rooms: Rooms): Promise<void> {
  const { assembly, place, store, engine } = base;
  const api = assembly
    .ofType('AWS::ApiGatewayV2::Api')
    .find(({ properties }) => properties.ProtocolType === 'HTTP');
  const gateway = api ? httpApi(assembly, api, rooms.functions, place) : starting;
  const pool = openUserPool(store);
  const poolIds = assembly.ofType('AWS::Cognito::UserPool').map(({ id }) => id);
  servers.cognito_identity_provider.serve(userPoolHandler(pool, store, poolIds));
  const identity = await startIdentity(store, pool, place.issuerUrl, clientsOf(assembly));
  const outbox = openOutbox(store);
  const mail = { ...outbox, control: rooms.mailer.control };
  const { bus: events, queues, schedules, watch } = rooms;
  const parts = {
    identity,
    queues,
    schedules,
    watch,
    mail,
    events,
    compact: async () => compact(engine, store),
  };
  const control = controlHandler(parts);
  const page = consoleOf(base, servers);
  const sockets = socketsOf(base, servers, rooms);
  const issuerPath = new URL(place.issuerUrl).pathname;
  servers.api.serve((request) => {
    if (request.path.startsWith(`${issuerPath}/`)) return identity.handler(request);
    if (request.path.startsWith('/_local/')) return control(request);
    if (sockets?.owns(request.path)) return sockets.connections(request);
    return page?.(request) ?? gateway(request);
  });
}

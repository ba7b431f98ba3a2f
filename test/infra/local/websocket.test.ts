import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Assembly, Resource } from '../../../infra/local/assembly.ts';
import { type Listening, listen } from '../../../infra/local/http.ts';
import type { Functions } from '../../../infra/local/runtime/functions.ts';
import { type WebSocketApi, webSocketApi } from '../../../infra/local/triggers/websocket-api.ts';

const resource = (type: string, id: string, properties: object): Resource => ({
  type: `AWS::ApiGatewayV2::${type}`,
  stack: 'fixture',
  logicalId: id,
  id,
  arn: `arn:${id}`,
  ref: id,
  properties,
});
const api = resource('Api', 'sockets', {
  ProtocolType: 'WEBSOCKET',
  RouteSelectionExpression: '$request.body.action',
});
const route = (key: string, more: object = {}) => [
  resource('Route', `route-${key}`, {
    ApiId: 'sockets',
    RouteKey: key,
    AuthorizationType: 'NONE',
    Target: `integrations/integration-${key}`,
    ...more,
  }),
  resource('Integration', `integration-${key}`, { ApiId: 'sockets', IntegrationUri: 'arn:function' }),
];
const resources = [
  api,
  resource('Stage', 'live', { ApiId: 'sockets' }),
  ...['$connect', '$disconnect', 'quiet'].flatMap((key) => route(key)),
  ...route('$default', { RouteResponseSelectionExpression: '$default' }),
  resource('RouteResponse', 'response', { ApiId: 'sockets', RouteId: 'route-$default' }),
];

// biome-ignore lint/suspicious/noExplicitAny: whatever event the function was given
type Seen = any;
let seen: Seen[] = [];
/** What the function answers to an event: by its kind. */
let answers: Record<string, object | undefined> = {};
const functions = {
  invoke: async (_arn: string, event: Seen) => {
    seen.push(event);
    const answer = answers[event.requestContext.eventType] ?? { statusCode: 200 };
    return 'fails' in answer
      ? { ok: false, errorType: 'Error', errorMessage: 'failed', timedOut: false }
      : { ok: true, payload: JSON.stringify(answer) };
  },
} as unknown as Functions;

let sockets: WebSocketApi;
let server: Listening;
beforeAll(async () => {
  const ofType = (type: string) => resources.filter((one) => one.type === type);
  sockets = webSocketApi({ ofType } as Assembly, api, functions);
  server = await listen((request) => sockets.connections(request));
  server.server.on('upgrade', (request, socket, head) => void sockets.upgrade(request, socket, head));
});
afterAll(async () => {
  sockets.end();
  await server.close();
});
beforeEach(() => {
  [seen, answers] = [[], {}];
});

const open = async (query = '') => {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live${query}`);
  const heard: string[] = [];
  socket.on('message', (data) => heard.push(String(data)));
  await once(socket, 'open');
  const { connectionId } = seen.at(-1).requestContext;
  return { socket, heard, id: connectionId as string };
};
const refusal = async (): Promise<string> => {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live`);
  const [error] = (await once(socket, 'error')) as [Error];
  return error.message;
};
const at = (id: string) => `${server.url}/live/@connections/${encodeURIComponent(id)}`;
const eventOf = (type: string) => seen.find(({ requestContext }) => requestContext.eventType === type);

describe('a handshake', () => {
  test('is what the function makes of it, by its status', async () => {
    answers = { CONNECT: { statusCode: 401 } };
    expect(await refusal()).toContain('401');
    answers = { CONNECT: { fails: true } };
    expect(await refusal()).toContain('500');
    answers = {};
    const { socket } = await open();
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  test('hands the function the query, the headers and who it is, as API Gateway does', async () => {
    const { id } = await open('?ticket=one&ticket=two&x=%20');
    expect(eventOf('CONNECT')).toMatchObject({
      headers: { upgrade: 'websocket' },
      queryStringParameters: { ticket: 'two', x: ' ' },
      multiValueQueryStringParameters: { ticket: ['one', 'two'], x: [' '] },
      requestContext: {
        routeKey: '$connect',
        eventType: 'CONNECT',
        connectionId: id,
        stage: 'live',
        apiId: 'sockets',
        domainName: '127.0.0.1',
        requestTimeEpoch: expect.any(Number),
        connectedAt: expect.any(Number),
        requestId: expect.any(String),
        identity: { sourceIp: '127.0.0.1' },
      },
      isBase64Encoded: false,
    });
  });
});

describe('what is said', () => {
  test('goes to the route that it names, else to `$default`', async () => {
    const { socket, id } = await open();
    const bodies = ['{"action":"quiet"}', '{"action":"nowhere"}', 'hello', 'null', '{"action":"$default"}'];
    for (const body of bodies) socket.send(body);
    const messages = () => seen.filter(({ requestContext }) => requestContext.eventType === 'MESSAGE');
    await expect.poll(() => messages().length).toBe(bodies.length);
    expect(
      Object.fromEntries(messages().map(({ body, requestContext: { routeKey } }) => [body, routeKey])),
    ).toEqual({
      '{"action":"quiet"}': 'quiet',
      '{"action":"nowhere"}': '$default',
      hello: '$default',
      null: '$default',
      '{"action":"$default"}': '$default',
    });
    expect(messages().every(({ requestContext }) => requestContext.connectionId === id)).toBe(true);
  });

  test('is answered where the route has a response, and by an error where the function fails', async () => {
    answers = { MESSAGE: { statusCode: 200, body: 'answer' } };
    const { socket, heard } = await open();
    socket.send('{"action":"quiet"}');
    socket.send('hello');
    await expect.poll(() => heard).toEqual(['answer']);
    answers = { MESSAGE: { fails: true } };
    socket.send('hello');
    await expect.poll(() => JSON.parse(heard[1] ?? '{}')).toMatchObject({ message: 'Internal server error' });
  });

  test('in more than 32 KB ends the connection', async () => {
    const { socket } = await open();
    socket.send('x'.repeat(32 * 1024 + 1));
    const [code] = await once(socket, 'close');
    expect(code).toBe(1009);
  });
});

describe('a connection, by `@connections`', () => {
  test('is sent to, is told of, and is ended, and is gone from then on', async () => {
    const { socket, heard, id } = await open();
    expect((await fetch(at(id), { method: 'POST', body: 'news' })).status).toBe(200);
    await expect.poll(() => heard).toEqual(['news']);
    expect(await (await fetch(at(id))).json()).toMatchObject({ identity: { sourceIp: '127.0.0.1' } });
    const closed = once(socket, 'close');
    expect((await fetch(at(id), { method: 'DELETE' })).status).toBe(204);
    await closed;
    for (const method of ['POST', 'GET', 'DELETE']) {
      const answer = await fetch(at(id), { method });
      expect(answer.status).toBe(410);
      expect(answer.headers.get('x-amzn-errortype')).toBe('GoneException');
    }
  });

  test('takes 128 KB at once and no more', async () => {
    const { id } = await open();
    const send = (length: number) => fetch(at(id), { method: 'POST', body: 'x'.repeat(length) });
    expect((await send(128 * 1024)).status).toBe(200);
    expect((await send(128 * 1024 + 1)).status).toBe(413);
  });

  test('that its client ends is told of to the function', async () => {
    const { socket, id } = await open();
    socket.close(1000, 'done');
    await expect
      .poll(() => eventOf('DISCONNECT')?.requestContext)
      .toMatchObject({ routeKey: '$disconnect', connectionId: id, disconnectStatusCode: 1000 });
  });
});

test('its paths are its stage and the connections below it, and no other', () => {
  expect(['/live', '/live/@connections/x', '/live/x', '/livelier', '/'].map(sockets.owns)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

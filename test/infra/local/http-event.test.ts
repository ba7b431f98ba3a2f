import { describe, expect, test } from 'vitest';
import type { Request } from '../../../infra/local/http.ts';
import { isText, proxyEvent, requestTime } from '../../../infra/local/triggers/http-event.ts';
import { toAnswer } from '../../../infra/local/triggers/http-response.ts';
import { parseRoute, routeTable } from '../../../infra/local/triggers/routes.ts';
import { tokenBucket } from '../../../infra/local/triggers/throttle.ts';

const at = new Date('2020-03-12T19:03:58.390Z');
const request: Request = {
  method: 'POST',
  path: '/v1/contacts/a%20b',
  rawQuery: 'tag=x&tag=y&q=1%262',
  query: new URLSearchParams('tag=x&tag=y&q=1%262'),
  headers: {
    host: '127.0.0.1:3000',
    'content-type': 'application/json',
    'x-many': 'one,two',
    'user-agent': 'agent',
  },
  body: Buffer.from('{"ä":1}'),
  from: '127.0.0.1',
  protocol: 'HTTP/1.1',
  cookies: ['a=1', 'b=2'],
};
const gateway = { apiId: 'api', account: '000000000000', region: 'eu-west-1', stage: '$default' };
const routed = { routeKey: 'POST /v1/contacts/{id}', pathParameters: { id: 'a b' }, requestId: 'id', at };

describe('the event of a request', () => {
  test('has the fields of payload format 2.0', () => {
    const event = proxyEvent(request, routed, gateway, { userId: 'us_1' });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /v1/contacts/{id}',
      rawPath: '/v1/contacts/a b',
      rawQueryString: 'tag=x&tag=y&q=1%262',
      cookies: ['a=1', 'b=2'],
      headers: { 'x-many': 'one,two', 'content-length': '8' },
      queryStringParameters: { tag: 'x,y', q: '1&2' },
      pathParameters: { id: 'a b' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'api',
        authorizer: { lambda: { userId: 'us_1' } },
        domainName: '127.0.0.1',
        http: {
          method: 'POST',
          path: '/v1/contacts/a b',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'agent',
        },
        requestId: 'id',
        routeKey: 'POST /v1/contacts/{id}',
        stage: '$default',
        time: '12/Mar/2020:19:03:58 +0000',
        timeEpoch: 1584039838390,
      },
      body: '{"ä":1}',
      isBase64Encoded: false,
    });
  });

  test('leaves out what the request has none of', () => {
    const bare = {
      ...request,
      cookies: [],
      query: new URLSearchParams(),
      rawQuery: '',
      body: Buffer.alloc(0),
    };
    const event = proxyEvent(bare, { ...routed, pathParameters: {} }, gateway);
    for (const field of ['cookies', 'queryStringParameters', 'pathParameters', 'body'])
      expect(event).not.toHaveProperty(field);
    expect(event.requestContext).not.toHaveProperty('authorizer');
    expect(event.isBase64Encoded).toBe(false);
  });

  test('carries every byte of what is not text in base64', () => {
    const body = Buffer.from([0, 255, 10, 200]);
    const binary = {
      ...request,
      body,
      headers: { ...request.headers, 'content-type': 'multipart/form-data; boundary=x' },
    };
    const event = proxyEvent(binary, routed, gateway);
    expect(event.isBase64Encoded).toBe(true);
    expect(Buffer.from(event.body ?? '', 'base64')).toEqual(body);
  });

  test.each([
    ['text/plain', true],
    ['application/json; charset=utf-8', true],
    ['application/xml', true],
    ['application/javascript', true],
    ['application/x-www-form-urlencoded', false],
    ['application/problem+json', false],
    [undefined, false],
  ])('%s is text: %s', (type, expected) => {
    expect(isText(type)).toBe(expected);
  });

  test('writes the time as the Common Log Format does', () => {
    expect(requestTime(at)).toBe('12/Mar/2020:19:03:58 +0000');
  });
});

describe('a route', () => {
  const keys = [
    '$default',
    'GET /a/{proxy+}',
    'ANY /a/b',
    'GET /a/{id}',
    'GET /a/b/c',
    'POST /a/{id}/notes',
    'GET /',
  ];
  const find = routeTable(keys.map((key) => parseRoute(key, key)));
  test.each([
    ['GET', '/a/b', 'ANY /a/b', {}],
    ['GET', '/a/x%2Fy', 'GET /a/{id}', { id: 'x/y' }],
    ['GET', '/a/b/c', 'GET /a/b/c', {}],
    ['GET', '/a/b/c/d', 'GET /a/{proxy+}', { proxy: 'b/c/d' }],
    ['POST', '/a/1/notes', 'POST /a/{id}/notes', { id: '1' }],
    ['GET', '/a/', 'GET /a/{proxy+}', { proxy: '' }],
    ['DELETE', '/a/1', '$default', {}],
    ['GET', '/', 'GET /', {}],
    ['GET', '/other', '$default', {}],
  ])('of %s %s is %s', (method, path, key, pathParameters) => {
    const match = find(method, path);
    expect(match?.route.key).toBe(key);
    expect(match?.pathParameters).toEqual(pathParameters);
  });

  test('is none where nothing matches and there is no $default', () => {
    expect(routeTable([parseRoute('GET /a', 1)])('GET', '/b')).toBeUndefined();
  });
});

describe('the answer of a function', () => {
  test('with a status code is sent as it says', () => {
    const answer = toAnswer(
      JSON.stringify({
        statusCode: 201,
        headers: { 'X-One': 1 },
        cookies: ['a=1', 'b=2'],
        body: 'aGk=',
        isBase64Encoded: true,
      }),
    );
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({ 'x-one': '1', 'set-cookie': ['a=1', 'b=2'] });
    expect(String(answer.body)).toBe('hi');
  });

  test('without one is the JSON of a 200', () => {
    expect(toAnswer('{"a":1}')).toMatchObject({ status: 200, body: '{"a":1}' });
    expect(toAnswer('"text"')).toMatchObject({ status: 200, body: 'text' });
  });

  test('that is malformed or too large is a bare 500', () => {
    const message = '{"message":"Internal Server Error"}';
    expect(toAnswer('{"statusCode":"no"}')).toMatchObject({ status: 500, body: message });
    expect(toAnswer('{"statusCode":200,"body":{"a":1}}')).toMatchObject({ status: 500 });
    expect(toAnswer(JSON.stringify('x'.repeat(6 * 1024 * 1024)))).toMatchObject({ status: 500 });
  });
});

test('a token bucket lets the burst through at once and then the rate', () => {
  let now = 0;
  const admits = tokenBucket(10, 3, () => now);
  expect([admits(), admits(), admits(), admits()]).toEqual([true, true, true, false]);
  now = 100;
  expect([admits(), admits()]).toEqual([true, false]);
});

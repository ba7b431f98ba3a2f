import { beforeEach, describe, expect, test } from 'vitest';
import { acme, contactId, globex } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import {
  calls,
  deleteThingRoute,
  getThingRoute,
  patchThingRoute,
  postThingRoute,
  publicThingRoute,
  things,
} from '../../helpers/things.ts';

beforeEach(() => calls.splice(0));
const params = { id: 'th_1' };
const get = (one = {}) => call(things, getThingRoute, { params, ...one });
const patch = (one = {}) => call(things, patchThingRoute, { params, body: {}, ...one });

describe('who may call', () => {
  test.each(['credential_malformed', 'token_invalid', 'token_expired', 'user_unknown'])(
    'a credential refused as %s is answered 401, before anything is done',
    async (refused) => {
      const { status, headers, body } = await get({ refused });
      expect([status, body.code, headers['www-authenticate']]).toEqual([401, refused, 'Bearer']);
      expect(headers['content-type']).toBe('application/problem+json');
      expect(calls).toEqual([]);
    },
  );
  test('a role without the permission is answered 403, before anything is done', async () => {
    const { status, body } = await patch({ role: 'support', body: { nonsense: 1 } });
    expect([status, body.code]).toEqual([403, 'permission_missing']);
    expect(calls).toEqual([]);
  });
  test('a workspace of others is answered 404, as one that is not there', async () => {
    const foreign = await get({ headers: { 'rapport-workspace': globex } });
    const absent = await get({ headers: { 'rapport-workspace': 'ws_none' } });
    expect([foreign.status, foreign.body.code]).toEqual([404, 'workspace_not_found']);
    expect(absent.body).toEqual(foreign.body);
    expect((await get({ memberships: [] })).body.code).toBe('workspace_not_found');
  });
  test('the workspace header chooses among the memberships, with the role that is held there', async () => {
    const memberships = [
      { workspaceId: acme, roles: ['readonly'] },
      { workspaceId: globex, roles: ['admin'] },
    ];
    expect((await patch({ memberships })).status).toBe(403);
    expect((await patch({ memberships, headers: { 'rapport-workspace': globex } })).status).toBe(200);
  });
});

describe('what is asked', () => {
  test('each fault of a body is named by its pointer', async () => {
    const { status, body } = await patch({ body: { name: 1, tags: ['ok', 'x'] } });
    expect([status, body.code]).toEqual([400, 'validation_failed']);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/name', '/tags/1']);
  });
  test('a body that nothing reads may be packed, as some programs say of every request', async () => {
    const headers = { 'content-encoding': 'gzip' };
    expect((await get({ headers, rawBody: new Uint8Array([0]) })).status).toBe(200);
    expect((await patch({ headers, rawBody: new Uint8Array([0]) })).status).toBe(415);
  });
  test('what is missing is called so', async () => {
    const { body } = await call(things, postThingRoute, { body: {} });
    expect(body.errors).toEqual([{ pointer: '/fails', code: 'required', detail: 'This is needed.' }]);
  });
  test('what the contract does not know is refused, in the body and in the query', async () => {
    const unknown = await patch({ body: { nmae: 'x', nam: 'y' } });
    expect([unknown.status, unknown.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
      400,
      ['/nmae unknown', '/nam unknown'],
    ]);
    const { status, body } = await get({ query: { limit: '99' } });
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '?/limit']);
  });
  test.each([
    ['that is cut off', '{"name":', 'application/json', 400, 'json_malformed'],
    ['that is not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'application/json', 400, 'json_malformed'],
    ['with half a character', '{"name":"\\uD83D"}', 'application/json', 400, 'json_malformed'],
    ['with half a character in a name', '{"\\udca5":1}', 'application/json', 400, 'json_malformed'],
    ['of another type', 'name=x', 'application/x-www-form-urlencoded', 415, 'media_type_unsupported'],
    ['of no type', '{}', undefined, 415, 'media_type_unsupported'],
    ['over a megabyte', `"${'x'.repeat(1_000_000)}"`, 'application/json', 413, 'body_too_large'],
  ])('a body %s is refused', async (_, rawBody, type, status, code) => {
    const answered = await patch({ body: undefined, rawBody, headers: type ? { 'content-type': type } : {} });
    expect([answered.status, answered.body.code]).toEqual([status, code]);
    expect(calls).toEqual([]);
  });
  test('characters of two halves are taken, escaped too', async () => {
    const rawBody = '{"name":"\\ud83d\\udca5"}';
    const headers = { 'content-type': 'application/json' };
    expect((await patch({ body: undefined, rawBody, headers })).status).toBe(200);
  });
  test.each(['application/json; charset=utf-8', 'application/merge-patch+json', 'APPLICATION/JSON'])(
    'JSON is taken as %s, in base64 too',
    async (type) => {
      const rawBody = new TextEncoder().encode('{"name":"Ünal"}');
      expect((await patch({ body: undefined, rawBody, headers: { 'content-type': type } })).status).toBe(200);
    },
  );
  test('a route that the function does not have is answered 404 in problem+json', async () => {
    const stranger = { ...getThingRoute, path: '/v1/nothing' } as const;
    const { status, body } = await call(things, stranger);
    expect([status, body.code]).toEqual([404, 'route_unknown']);
  });
});

describe('what is answered', () => {
  test('only what the contract shows, with its version as ETag', async () => {
    const { status, headers, body } = await get();
    expect(body).toEqual({ id: 'th_1', name: 'Lamp', version: 7 });
    expect([status, headers.etag]).toEqual([200, '"7"']);
  });
  test('what it cost, who it was, and nothing to keep', async () => {
    const { headers } = await get({ requestId: 'req-9' });
    expect(headers).toMatchObject({
      'rapport-request-id': 'req-9',
      'rapport-capacity': 'requests=0; read=0; write=0',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['server-timing']).toMatch(
      /^total;dur=[\d.]+, dynamodb;desc="requests=0 read=0 write=0";dur=0\.0$/,
    );
  });
  test('nothing at all after a deletion', async () => {
    const { status, body, headers } = await call(things, deleteThingRoute, { params });
    expect([status, body, headers['content-type']]).toEqual([204, undefined, undefined]);
  });
  test.each(['"7"', 'W/"7"', '"1", "7"', '*'])('304 without a body to If-None-Match: %s', async (tag) => {
    const { status, headers, body } = await get({ headers: { 'if-none-match': tag } });
    expect([status, headers.etag, body]).toEqual([304, '"7"', undefined]);
  });
  test('the whole to an ETag of before', async () =>
    expect((await get({ headers: { 'if-none-match': '"6"' } })).status).toBe(200));
  test.each([
    ['"7"', 200],
    ['"1", "7"', 200],
    ['*', 200],
    ['"6"', 412],
    ['W/"7"', 412],
    ['7', 412],
  ])('a write with If-Match: %s', async (tag, status) =>
    expect((await patch({ headers: { 'if-match': tag } })).status).toBe(status),
  );
});

describe('what goes wrong', () => {
  const post = (fails: string, one = {}) => call(things, postThingRoute, { body: { fails }, ...one });
  test('is told with a stable code and the request id', async () => {
    const { status, body } = await post('taken', { requestId: 'req-9' });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      type: '/docs#email_taken',
      title: 'Email taken',
      code: 'email_taken',
      requestId: 'req-9',
    });
  });
  test('names who holds a value to a user who may read them, and never to the public', async () => {
    expect((await post('taken')).body.existingId).toBe(contactId);
    const { status, body } = await call(things, publicThingRoute, { body: { fails: 'taken' } });
    expect([status, body.code, body.existingId]).toEqual([409, 'email_taken', undefined]);
  });
  test('says when to come again, in whole seconds', async () =>
    expect((await post('busy')).headers['retry-after']).toBe('2'));
  test('is a bare 500 where it is a bug, and shows nothing of it', async () => {
    const { status, body } = await post('bug');
    expect([status, body.code]).toEqual([500, 'internal']);
    expect(JSON.stringify(body)).not.toContain('ada@');
  });
  test.each(['', 'two words', 'ü', 'x'.repeat(256)])(
    'an Idempotency-Key like "%s" is refused',
    async (key) => {
      const { status, body } = await post('taken', { headers: { 'idempotency-key': key } });
      expect([status, body.code]).toEqual([400, 'idempotency_key_invalid']);
    },
  );
});

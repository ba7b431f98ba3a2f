import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/identity/api.ts';
import { newId } from '../../../shared/core/ids.ts';
import { credentialItem } from '../../../shared/identity/credential-store.ts';
import {
  createKeyRoute,
  getKeyRoute,
  keyRoutes,
  listKeysRoute,
  patchKeyRoute,
  revokeKeyRoute,
} from '../../../shared/identity/key-routes.ts';
import { hashOfKey } from '../../../shared/identity/key-text.ts';
import type { Authorization } from '../../../shared/identity/membership.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { listUsersRoute } from '../../../shared/identity/user-routes.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { acme, ann, ben, globex } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { itHidesOtherWorkspaces } from '../../helpers/authorization-suite.ts';
import { type Call, call } from '../../helpers/call.ts';
import { readAll, settleAll, useTable } from '../../helpers/dynamo.ts';
import { authorizerEvent, type Issuer, startIssuer } from '../../helpers/issuer.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

let issuer: Issuer;
let authorize: (event: never) => Promise<{ context: Authorization }>;
beforeAll(async () => {
  useSecret();
  issuer = await startIssuer();
  authorize = (await import('../../../functions/identity/authorize.ts')).handler;
});
afterAll(() => void issuer.end());

const credential = (userId: string, memberships: Authorization['memberships']) =>
  commit([
    { action: { Put: { Item: credentialItem(`sub-${userId}`, { userId, memberships, revision: 1 }) } } },
  ]);
beforeEach(async () => {
  await useTable();
  await credential(ann, [{ workspaceId: acme, roles: ['admin'] }]);
});

const now = () => new Date().toISOString();
const given = { name: 'Web shop', roles: ['rep'], scopes: ['contacts:read', 'contacts:create'] };
const create = (more: Call = {}) => call(handler, createKeyRoute, { body: given, now: now(), ...more });
async function aKey(more: Call = {}) {
  const { status, body } = await create(more);
  expect(status).toBe(201);
  return { id: body.id, text: body.key ?? '', version: body.version, body };
}
type From = Parameters<typeof authorizerEvent>[1];
const ask = async (text: string, from?: From) =>
  (await authorize(authorizerEvent(`Bearer ${text}`, from) as never)).context;
const items = async (prefix: string) =>
  (await Array.fromAsync(readAll())).filter(({ pk }) => pk.startsWith(prefix));
const lines = async () =>
  (await items(`WS#${acme}#AUDIT#ACTOR#`)).filter(({ action }) => action === 'key.used');

describe('an API key', () => {
  it('KEY-1: works at once, as its user, held to its own roles and scopes', async () => {
    const { id, text } = await aKey();
    expect(await ask(text)).toEqual({
      userId: ann,
      memberships: [{ workspaceId: acme, roles: ['admin'] }],
      subject: `sub-${ann}`,
      keyId: id,
      cap: ['rep'],
      scopes: given.scopes,
    });
    const asKey = { authorization: await ask(text) };
    expect(await call(handler, listKeysRoute, asKey)).toMatchObject({ status: 403 });
    expect(await call(handler, listUsersRoute, asKey)).toMatchObject({ status: 403 });
  });

  it('is shown once and kept nowhere', async () => {
    const { id, text, body } = await aKey({ headers: { 'idempotency-key': 'k-1' } });
    expect(body).toMatchObject({ keyShown: true, lastFour: text.slice(-4), userId: ann });
    await settleAll();
    expect(JSON.stringify(await Array.fromAsync(readAll()))).not.toContain(text);
    const shown = await call(handler, getKeyRoute, { params: { keyId: id } });
    for (const field of ['key', 'hash', 'slot', 'workspaceId']) expect(shown.body).not.toHaveProperty(field);
    expect(JSON.stringify(shown.body)).not.toContain(hashOfKey(text));
  });

  it('is made once by a request that is repeated, whose answer cannot show it again', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    const answers = await Promise.all([create({ headers }), create({ headers }), create({ headers })]);
    const { body: again, headers: replayed } = await create({ headers });
    expect(replayed['idempotent-replayed']).toBe('true');
    expect(again.keyShown).toBe(false);
    expect(again).not.toHaveProperty('key');
    expect(new Set([...answers, { body: again }].map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ body }) => body.key !== undefined)).toHaveLength(1);
    expect(await items('APIKEY#')).toHaveLength(1);
  });

  it('cannot make keys, whatever it may', async () => {
    const { text } = await aKey({ body: { name: 'All', roles: ['admin'] } });
    const refused = await create({ authorization: await ask(text) } as Call);
    expect(refused).toMatchObject({ status: 403, body: { code: 'needs_session' } });
  });

  it('is not made by who was shut out a moment ago, and whom the gateway still takes for a user', async () => {
    await keep(userRecord, aUser({ id: ann, status: 'deactivated' }));
    expect(await create()).toMatchObject({ status: 401, body: { code: 'user_deactivated' } });
    expect(await items('APIKEY#')).toEqual([]);
  });

  it('cannot have a role that is not there', async () => {
    const role = newId('role');
    const refused = await create({ body: { ...given, roles: ['rep', role] } });
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'reference_unknown', errors: [{ pointer: '/roles/1' }] },
    });
    expect(await items('APIKEY#')).toEqual([]);
  });

  it('is one of twenty at most, also when many are made at once; one that is revoked counts no more', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => create()));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    const refused = answers.filter(({ status }) => status !== 201);
    for (const { status, body } of refused)
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'too_many_keys' });
    expect(await items('APIKEY#')).toHaveLength(20);
    const made = answers.find(({ status }) => status === 201)?.body.id ?? '';
    expect((await call(handler, revokeKeyRoute, { params: { keyId: made }, now: now() })).status).toBe(204);
    expect((await create()).status).toBe(201);
    expect((await create({ userId: ben })).status).toBe(201);
  });

  it('is refused from the moment it is revoked, and stays in the list', async () => {
    const { id, text } = await aKey();
    const revoke = () => call(handler, revokeKeyRoute, { params: { keyId: id }, userId: ben, now: now() });
    expect(await revoke()).toMatchObject({ status: 204 });
    expect(await ask(text)).toEqual({ refused: 'key_revoked', memberships: [] });
    expect(await revoke()).toMatchObject({ status: 204 });
    await settleAll();
    const { body } = await call(handler, listKeysRoute);
    expect(body.items).toEqual([expect.objectContaining({ id, revokedAt: expect.any(String), version: 2 })]);
    const changes = (await items(`WS#${acme}#KEY#${id}`)).filter(({ type }) => type === 'change');
    expect(changes.map(({ kind, by }) => ({ kind, by }))).toEqual([
      { kind: 'created', by: { kind: 'user', id: ann } },
      { kind: 'updated', by: { kind: 'user', id: ben } },
    ]);
  });

  it('ends earlier at once when it is told to', async () => {
    const { id, text } = await aKey();
    const patch = (body: object) => call(handler, patchKeyRoute, { params: { keyId: id }, body, now: now() });
    const soon = new Date(Date.now() + 60_000).toISOString();
    expect(await patch({ expiresAt: soon, name: 'Renamed' })).toMatchObject({
      status: 200,
      body: { expiresAt: soon, name: 'Renamed' },
    });
    expect(await ask(text)).toMatchObject({ keyId: id });
    expect(await ask(text, { now: new Date(Date.now() + 61_000).toISOString() })).toMatchObject({
      refused: 'key_expired',
    });
    expect(await patch({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/expiresAt', code: 'expiry_later' }] },
    });
  });

  it('dies with its user’s membership, and follows what roles they have', async () => {
    const { text } = await aKey();
    await credential(ann, [{ workspaceId: acme, roles: ['readonly'] }]);
    expect(await ask(text)).toMatchObject({ memberships: [{ roles: ['readonly'] }], cap: ['rep'] });
    await credential(ann, [{ workspaceId: globex, roles: ['admin'] }]);
    expect(await ask(text)).toEqual({ refused: 'user_deactivated', memberships: [] });
  });

  it('has one line of the audit log an hour and address, and its last use to a quarter of an hour', async () => {
    const { id, text } = await aKey();
    const at = (time: string, sourceIp = '192.0.2.1') =>
      ask(text, { now: `2026-12-01T${time}.000Z`, sourceIp });
    const lastUse = async () =>
      (await call(handler, getKeyRoute, { params: { keyId: id } })).body.lastUsedAt?.slice(11, 16);
    expect(await lastUse()).toBeUndefined();
    await Promise.all(Array.from({ length: 10 }, () => at('10:20:00')));
    expect(await lines()).toEqual([
      expect.objectContaining({
        at: '2026-12-01T10:00:00.000Z',
        actor: { kind: 'user', id: ann, keyId: id },
        from: '192.0.2.1',
        record: { kind: 'key', id },
      }),
    ]);
    await at('10:30:00');
    expect(await lastUse()).toBe('10:20');
    await at('10:40:00');
    expect(await lastUse()).toBe('10:40');
    expect(await lines()).toHaveLength(1);
    await at('10:41:00', '198.51.100.7');
    await at('10:42:00', '192.0.2.1');
    expect(await lines()).toHaveLength(2);
    await at('11:05:00');
    expect(await lines()).toHaveLength(3);
  });

  it('KEY-3: is listed with all of the workspace, the newest first, for two requests', async () => {
    const older = await aKey({ now: '2026-12-01T10:00:00.000Z' });
    const newer = await aKey({ now: '2026-12-01T11:00:00.000Z', userId: ben });
    await ask(older.text, { now: '2026-12-01T12:00:00.000Z' });
    await settleAll();
    const { body, headers } = await call(handler, listKeysRoute);
    expect(headers['rapport-capacity']).toMatch(/^requests=2;/);
    expect(body.items.map(({ id, userId, lastUsedAt }) => ({ id, userId, lastUsedAt }))).toEqual([
      { id: newer.id, userId: ben, lastUsedAt: undefined },
      { id: older.id, userId: ann, lastUsedAt: '2026-12-01T12:00:00.000Z' },
    ]);
    const page = await call(handler, listKeysRoute, { query: { limit: '1' } });
    expect(page.body.items.map(({ id }) => id)).toEqual([newer.id]);
    const { cursor = '' } = page.body;
    const next = await call(handler, listKeysRoute, { query: { limit: '1', cursor } });
    expect(next.body.items.map(({ id }) => id)).toEqual([older.id]);
  });
});

describe('the keys of another workspace', () => {
  let theirs: { keyId: string };
  beforeEach(async () => {
    theirs = { keyId: (await aKey({ workspaceId: globex })).id };
  });
  itHidesOtherWorkspaces({
    handler,
    routes: keyRoutes,
    theirs: () => theirs,
    nobodys: { keyId: newId('key') },
  });
});

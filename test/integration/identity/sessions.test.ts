import {
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/identity/api.ts';
import { credentialItem, findCredential } from '../../../shared/identity/credential-store.ts';
import type { Authorization } from '../../../shared/identity/membership.ts';
import { sessionIdOf } from '../../../shared/identity/session.ts';
import { endAllSessions } from '../../../shared/identity/session-ending-store.ts';
import {
  endSessionRoute,
  listSessionsRoute,
  signOutEverywhereRoute,
  signOutRoute,
} from '../../../shared/identity/session-routes.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { writesOf } from '../../../shared/platform/record-store.ts';
import { acme, ann, ben, globex } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { type Call, call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, useTable } from '../../helpers/dynamo.ts';
import { authorizerEvent, type Issuer, startIssuer } from '../../helpers/issuer.ts';

const pool = mockClient(CognitoIdentityProviderClient);
let issuer: Issuer;
let authorize: (event: never) => Promise<{ context: Authorization }>;
beforeAll(async () => {
  process.env.USER_POOL_ID = 'pool-1';
  issuer = await startIssuer();
  authorize = (await import('../../../functions/identity/authorize.ts')).handler;
});
afterAll(() => void issuer.end());

const inAcme = [{ workspaceId: acme, roles: ['admin' as const] }];
const put = (Item: Record<string, unknown>) => commit([{ action: { Put: { Item } } }]);
const credential = (subject: string, userId: string, memberships: Authorization['memberships'] = inAcme) =>
  put(credentialItem(subject, { userId, memberships, revision: 1 }));
const member = (id: string, workspaceId: string, email: string) =>
  commit(
    writesOf(
      { of: userRecord, before: undefined, after: aUser({ id, workspaceId, email }), events: [] },
      aContext({ workspaceId }),
    ),
  );
beforeEach(async () => {
  pool.reset();
  pool.on(AdminUserGlobalSignOutCommand).resolves({});
  await useTable();
  await credential('sub-ann', ann);
});

type Token = { subject?: string; origin?: string; hoursAgo?: number };
const secondsAgo = (hours: number) => Math.floor(Date.now() / 1000) - Math.round(hours * 3600);
const token = ({ subject = 'sub-ann', origin = 'origin-1', hoursAgo = 0.5 }: Token = {}) =>
  issuer.token({ subject, claims: { origin_jti: origin, auth_time: secondsAgo(hoursAgo) } });
type From = Parameters<typeof authorizerEvent>[1];
const ask = async (bearer: string | Promise<string>, from?: From) =>
  (await authorize(authorizerEvent(`Bearer ${await bearer}`, from) as never)).context;
/** A request with a token, as the gateway sends it on. */
const as = async (bearer: string | Promise<string>, more: Call = {}): Promise<Call> => ({
  authorization: await ask(bearer),
  now: new Date().toISOString(),
  ...more,
});

const items = async (prefix: string) =>
  (await Array.fromAsync(readAll())).filter(({ pk }) => pk.startsWith(prefix));
const lines = async (action: string, workspaceId = acme) =>
  (await items(`WS#${workspaceId}#AUDIT#ACTOR#`)).filter((item) => item.action === action);

describe('a sign-in', () => {
  it('is one session and one line of the audit log, however many requests are the first', async () => {
    const bearer = await token();
    const from = { sourceIp: '203.0.113.9', userAgent: `Browser ${'x'.repeat(500)}` };
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(bearer, from)));
    const sessionId = sessionIdOf('origin-1');
    for (const answer of answers)
      expect(answer).toEqual({ userId: ann, memberships: inAcme, subject: 'sub-ann', sessionId });
    const [session, ...more] = await items('SESSION#');
    expect(more).toEqual([]);
    expect(session).toMatchObject({ sessionId, subject: 'sub-ann', userId: ann, from: '203.0.113.9' });
    expect(String(session?.userAgent).length).toBe(200);
    expect(await items('USERSESSIONS#')).toHaveLength(1);
    expect(await lines('session.signed_in')).toEqual([
      expect.objectContaining({
        at: session?.startedAt,
        actor: { kind: 'user', id: ann },
        from: '203.0.113.9',
        record: { kind: 'session', id: sessionId },
      }),
    ]);
  });

  it('is the same session for a token that was refreshed', async () => {
    await ask(token());
    await ask(issuer.token({ subject: 'sub-ann', claims: { origin_jti: 'origin-1', jti: 'second' } }));
    expect(await items('SESSION#')).toHaveLength(1);
    expect(await lines('session.signed_in')).toHaveLength(1);
  });

  it('has a line in each of the user’s workspaces', async () => {
    await credential('sub-ann', ann, [...inAcme, { workspaceId: globex, roles: ['rep'] }]);
    await ask(token());
    expect(await lines('session.signed_in', acme)).toHaveLength(1);
    expect(await lines('session.signed_in', globex)).toHaveLength(1);
  });

  it('outlives in the table every token of it', async () => {
    await ask(token());
    const [session] = await items('SESSION#');
    const lastTokenEnds = secondsAgo(0.5) + 30 * 86_400 + 3600;
    expect(Number(session?.expiresAt)).toBeGreaterThan(lastTokenEnds + 60);
  });

  it('says at most every quarter of an hour when it was seen last', async () => {
    await ask(token());
    const seen = async () => (await items('SESSION#'))[0]?.lastSeenAt;
    const later = (minutes: number) => ({ now: new Date(Date.now() + minutes * 60_000).toISOString() });
    const twenty = later(20);
    await ask(token(), twenty);
    expect(await seen()).toBe(twenty.now);
    await ask(token(), later(30));
    expect(await seen()).toBe(twenty.now);
  });

  it('is refused at once when its user is in no workspace any more', async () => {
    await ask(token());
    await credential('sub-ann', ann, []);
    expect(await ask(token())).toEqual({ refused: 'user_deactivated', memberships: [] });
  });
});

describe('signing out', () => {
  it('ends the session at once, for its refreshed tokens too, and may be repeated', async () => {
    const asAnn = await as(token());
    expect(await call(handler, signOutRoute, asAnn)).toMatchObject({ status: 204, body: undefined });
    expect(await ask(token())).toEqual({ refused: 'session_revoked', memberships: [] });
    const refreshed = issuer.token({ subject: 'sub-ann', claims: { origin_jti: 'origin-1', jti: 'second' } });
    expect(await ask(refreshed)).toMatchObject({ refused: 'session_revoked' });
    // The gateway may know the token as good for another while.
    expect(await call(handler, signOutRoute, asAnn)).toMatchObject({ status: 204 });
    expect(await lines('session.signed_out')).toHaveLength(1);
    expect(await items('USERSESSIONS#')).toEqual([]);
    expect(await ask(token({ origin: 'origin-2' }))).toMatchObject({ userId: ann });
  });

  it('holds against a first request that was on its way', async () => {
    const asAnn = await as(token());
    const [signedOut] = await Promise.all([
      call(handler, signOutRoute, asAnn),
      ...Array.from({ length: 10 }, () => ask(token())),
    ]);
    expect(signedOut.status).toBe(204);
    expect(await ask(token())).toMatchObject({ refused: 'session_revoked' });
    expect(await items('SESSION#')).toHaveLength(1);
  });

  it('everywhere ends what is open and what was never seen, and leaves a later sign-in alone', async () => {
    await ask(token({ origin: 'phone' }));
    const asAnn = await as(token());
    await credential('sub-ben', ben);
    await ask(token({ subject: 'sub-ben', origin: 'bens' }));
    expect(await call(handler, signOutEverywhereRoute, asAnn)).toMatchObject({ status: 204 });
    for (const origin of ['origin-1', 'phone', 'never-seen'])
      expect(await ask(token({ origin })), origin).toEqual({ refused: 'session_revoked', memberships: [] });
    expect(await ask(token({ origin: 'later', hoursAgo: -0.001 }))).toMatchObject({ userId: ann });
    expect(await ask(token({ subject: 'sub-ben', origin: 'bens' }))).toMatchObject({ userId: ben });
    expect(pool.commandCalls(AdminUserGlobalSignOutCommand)[0]?.args[0].input).toEqual({
      UserPoolId: 'pool-1',
      Username: 'sub-ann',
    });
    expect(await lines('session.revoked')).toHaveLength(2);
    expect(await call(handler, signOutEverywhereRoute, asAnn)).toMatchObject({ status: 204 });
  });

  it('everywhere has nothing to do for who has no credential', async () => {
    await endAllSessions('sub-nobody', aContext(), [acme]);
    expect(await findCredential('sub-nobody')).toBeUndefined();
  });

  it('everywhere is not undone by a change of the credential that began before', async () => {
    const asAnn = await as(token());
    const before = await findCredential('sub-ann');
    await call(handler, signOutEverywhereRoute, asAnn);
    const after = await findCredential('sub-ann');
    expect(after?.revision).toBe((before?.revision ?? 0) + 1);
    expect(after?.memberships).toEqual(before?.memberships);
  });
});

describe('the sessions', () => {
  it('SESSION-3: are mine alone, the newest first, the current one marked, for two requests', async () => {
    await credential('sub-ben', ben);
    await ask(token({ subject: 'sub-ben', origin: 'bens' }));
    await ask(token({ origin: 'old', hoursAgo: 5 }));
    await ask(token({ origin: 'new', hoursAgo: 0.1 }));
    const { status, body, headers } = await call(handler, listSessionsRoute, await as(token()));
    expect(status).toBe(200);
    expect(headers['rapport-capacity']).toMatch(/^requests=2;/);
    expect(body.items.map(({ sessionId, isCurrent }) => ({ sessionId, isCurrent }))).toEqual([
      { sessionId: sessionIdOf('new'), isCurrent: false },
      { sessionId: sessionIdOf('origin-1'), isCurrent: true },
      { sessionId: sessionIdOf('old'), isCurrent: false },
    ]);
    expect(Object.keys(body.items[0] ?? {}).sort()).toEqual([
      'from',
      'isCurrent',
      'sessionId',
      'startedAt',
      'userAgent',
    ]);
  });

  it('can be ended one by one, and only those of oneself without a further right', async () => {
    await credential('sub-ben', ben, [{ workspaceId: acme, roles: ['rep'] }]);
    await member(ann, acme, 'ann@acme.test');
    await ask(token({ origin: 'phone' }));
    const annsPhone = { params: { sessionId: sessionIdOf('phone') } };
    const asBen = await as(token({ subject: 'sub-ben', origin: 'bens' }));
    const refused = await call(handler, endSessionRoute, { ...asBen, ...annsPhone });
    expect(refused).toMatchObject({ status: 404, body: { code: 'session_not_found' } });
    expect(await ask(token({ origin: 'phone' }))).toMatchObject({ userId: ann });
    const asAnn = await as(token());
    expect(await call(handler, endSessionRoute, { ...asAnn, ...annsPhone })).toMatchObject({ status: 204 });
    expect(await call(handler, endSessionRoute, { ...asAnn, ...annsPhone })).toMatchObject({ status: 204 });
    expect(await ask(token({ origin: 'phone' }))).toMatchObject({ refused: 'session_revoked' });
    expect(await ask(token())).toMatchObject({ userId: ann });
  });

  it('of others can be ended by who may write users, in their own workspace alone', async () => {
    await credential('sub-ben', ben, [{ workspaceId: acme, roles: ['rep'] }]);
    await credential('sub-eve', 'us_01K00000000000000000000EVE', [{ workspaceId: globex, roles: ['rep'] }]);
    await member(ben, acme, 'ben@acme.test');
    await member('us_01K00000000000000000000EVE', globex, 'eve@globex.test');
    await ask(token({ subject: 'sub-ben', origin: 'bens' }));
    await ask(token({ subject: 'sub-eve', origin: 'eves' }));
    const asAnn = await as(token());
    const end = (origin: string) =>
      call(handler, endSessionRoute, { ...asAnn, params: { sessionId: sessionIdOf(origin) } });
    expect(await end('bens')).toMatchObject({ status: 204 });
    expect(await ask(token({ subject: 'sub-ben', origin: 'bens' }))).toMatchObject({
      refused: 'session_revoked',
    });
    expect(await lines('session.revoked')).toEqual([
      expect.objectContaining({ actor: { kind: 'user', id: ann } }),
    ]);
    const [theirs, nobodys] = [await end('eves'), await end('nobodys')];
    const shown = ({ status, body }: typeof theirs, origin: string) =>
      JSON.stringify({ status, body }).replaceAll(sessionIdOf(origin), '<id>');
    expect(shown(theirs, 'eves')).toBe(shown(nobodys, 'nobodys'));
    expect(theirs.status).toBe(404);
    const cost = ({ headers }: typeof theirs) => headers['rapport-capacity']?.split(';')[0];
    expect(cost(theirs)).toBe(cost(nobodys));
    expect(await ask(token({ subject: 'sub-eve', origin: 'eves' }))).not.toHaveProperty('refused');
  });

  it('are none of an API key’s', async () => {
    const byKey = { keyId: 'ky_01K00000000000000000000001', cap: ['admin'] };
    const params = { sessionId: sessionIdOf('x') };
    for (const route of [listSessionsRoute, signOutRoute, endSessionRoute, signOutEverywhereRoute])
      expect(await call(handler, route, { ...byKey, params })).toMatchObject({
        status: 403,
        body: { code: 'needs_session' },
      });
  });
});

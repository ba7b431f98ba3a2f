import { generateKeyPairSync } from 'node:crypto';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { exportSPKI, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { credentialItem } from '../../../shared/identity/credential-store.ts';
import { hashOfKey, newKeyText } from '../../../shared/identity/key-text.ts';
import { sessionIdOf } from '../../../shared/identity/session.ts';
import { acme, ann, globex } from '../../fixtures/ids.ts';
import { authorizerEvent, clientId, type Issuer, startIssuer } from '../../helpers/issuer.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const memberships = [{ workspaceId: acme, roles: ['rep'] }];
type Authorize = typeof import('../../../functions/identity/authorize.ts');
let issuer: Issuer;
let authorizer: Authorize;

beforeAll(async () => {
  issuer = await startIssuer();
  authorizer = await import('../../../functions/identity/authorize.ts');
});
afterAll(() => void issuer.end());

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const aSession = (over: object = {}) => ({
  pk: `SESSION#${sessionIdOf('origin-1')}`,
  sk: 'SESSION',
  sessionId: sessionIdOf('origin-1'),
  subject: 'sub-1',
  userId: ann,
  startedAt: hoursAgo(1),
  lastSeenAt: hoursAgo(0),
  from: '192.0.2.1',
  userAgent: 'test',
  expiresAt: Math.floor(Date.now() / 1000) + 86_400,
  ...over,
});
const aCredential = (over: object = {}) =>
  credentialItem('sub-1', { userId: ann, memberships, revision: 1, ...over });
const given = (...items: object[]) =>
  dynamo.on(BatchGetCommand).resolves({ Responses: { crm: items as Record<string, unknown>[] } });

beforeEach(() => {
  dynamo.reset();
  dynamo.on(GetCommand).resolves({});
  given(aCredential(), aSession());
});

async function ask(authorization?: string) {
  const { isAuthorized, context } = await authorizer.handler(authorizerEvent(authorization) as never);
  expect(isAuthorized).toBe(true); // the function answers the 401, in problem+json
  return context;
}
const askWith = async (bearer: Promise<string> | string) => ask(`Bearer ${await bearer}`);
const refusedWith = async (bearer: Promise<string> | string, refused: string) =>
  expect(await askWith(bearer)).toEqual({ refused, memberships: [] });

describe('the authorizer, of a token', () => {
  it('turns a good one into its user, their workspaces and the session', async () => {
    expect(await askWith(issuer.token())).toEqual({
      userId: ann,
      memberships,
      subject: 'sub-1',
      sessionId: sessionIdOf('origin-1'),
    });
  });
  it('reads credential and session consistently and in one request', async () => {
    await askWith(issuer.token());
    expect(dynamo.calls()).toHaveLength(1);
    expect(dynamo.commandCalls(BatchGetCommand)[0]?.args[0].input.RequestItems?.crm).toMatchObject({
      ConsistentRead: true,
      Keys: [{ pk: 'CREDENTIAL#sub-1' }, { pk: `SESSION#${sessionIdOf('origin-1')}` }],
    });
  });
  it('takes the scheme in any case', async () => {
    expect(await ask(`bearer  ${await issuer.token()}`)).toMatchObject({ userId: ann });
  });
  it('refuses what is no Bearer credential', async () => {
    for (const header of [undefined, '', 'Bearer', 'Bearer ', 'Basic YTpi', 'Bearer a b'])
      expect(await ask(header)).toMatchObject({ refused: 'credential_malformed' });
  });
  it('says of an expired one that it is expired', () =>
    refusedWith(issuer.token({ expires: '1 minute ago' }), 'token_expired'));
  it('refuses one of another issuer', () =>
    refusedWith(issuer.token({ issuer: 'https://else.example' }), 'token_invalid'));
  it('refuses one for another client', () =>
    refusedWith(issuer.token({ claims: { client_id: 'another' } }), 'token_invalid'));
  it('refuses an id token, which is not for the API', () =>
    refusedWith(issuer.token({ claims: { token_use: 'id', aud: clientId } }), 'token_invalid'));
  it('refuses one without a session that could be ended', async () => {
    for (const origin_jti of [undefined, '', 7])
      await refusedWith(issuer.token({ claims: { origin_jti } }), 'token_invalid');
  });
  it('refuses one that does not say when its user signed in', () =>
    refusedWith(issuer.token({ claims: { auth_time: undefined } }), 'token_invalid'));
  it('refuses one signed by a key of nobody’s', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return refusedWith(issuer.token({}, privateKey), 'token_invalid');
  });
  it('refuses one of a key that the issuer does not have', () =>
    refusedWith(issuer.token({ kid: 'k2' }), 'token_invalid'));
  it('refuses an unsigned one (alg none)', () => {
    const claims = { token_use: 'access', client_id: clientId, origin_jti: 'origin-1', auth_time: 1 };
    const bare = new UnsecuredJWT(claims)
      .setIssuer(issuer.issuer)
      .setSubject('sub-1')
      .setExpirationTime('1h');
    return refusedWith(bare.encode(), 'token_invalid');
  });
  it('refuses one signed by HMAC with the public key as secret', async () => {
    const secret = new TextEncoder().encode(await exportSPKI(issuer.publicKey));
    await refusedWith(issuer.token({ alg: 'HS256' }, secret), 'token_invalid');
  });
  it('refuses one signed by RSA-PSS, which is not what the issuer signs by', () =>
    refusedWith(issuer.token({ alg: 'PS256' }), 'token_invalid'));
  it('refuses a good one of nobody that we know', async () => {
    given();
    await refusedWith(issuer.token(), 'user_unknown');
  });
  it('refuses one of a user who is in no workspace any more', async () => {
    given(aCredential({ memberships: [] }), aSession());
    await refusedWith(issuer.token(), 'user_deactivated');
  });
  it('refuses one of a session that was ended', async () => {
    given(aCredential(), aSession({ revokedAt: hoursAgo(0) }));
    await refusedWith(issuer.token(), 'session_revoked');
  });
  it('refuses one of a sign-in before its user signed out everywhere, also if it was never seen', async () => {
    given(aCredential({ signedOutAt: hoursAgo(0.5) }));
    await refusedWith(issuer.token(), 'session_revoked');
    given(aCredential({ signedOutAt: hoursAgo(2) }), aSession());
    expect(await askWith(issuer.token())).toMatchObject({ userId: ann });
  });
  it('begins a session from where its user is, as the edge before the API says, and nobody else', async () => {
    vi.stubEnv('EDGE_SECRET', 'what only the edge knows');
    given(aCredential());
    const beginning = async (edge: string) => {
      const event = authorizerEvent(`Bearer ${await issuer.token()}`, { sourceIp: '198.51.100.9' });
      Object.assign(event.headers, { 'rapport-edge': edge, 'rapport-sender': '203.0.113.5' });
      await authorizer.handler(event as never);
      const writes = dynamo.commandCalls(TransactWriteCommand).at(-1)?.args[0].input.TransactItems;
      return writes?.[0]?.Put?.Item?.from;
    };
    expect(await beginning('what only the edge knows')).toBe('203.0.113.5');
    expect(await beginning('a guess')).toBe('198.51.100.9');
    vi.unstubAllEnvs();
    expect(await beginning('')).toBe('198.51.100.9');
  });
  it('makes no session anew that could have been ended and forgotten', async () => {
    given(aCredential());
    const auth_time = Math.floor(Date.now() / 1000) - 32 * 86_400;
    await refusedWith(issuer.token({ claims: { auth_time } }), 'token_expired');
    expect(dynamo.calls()).toHaveLength(1);
  });
  it('is asked of no table for any but a good one', async () => {
    await refusedWith(issuer.token({ expires: '1 minute ago' }), 'token_expired');
    await refusedWith(issuer.token({ claims: { origin_jti: undefined } }), 'token_invalid');
    await refusedWith('garbage', 'token_invalid');
    expect(dynamo.calls()).toHaveLength(0);
  });
  it('that is garbage of any kind is refused, and the authorizer never fails', async () => {
    const part = fc.oneof(
      fc.base64String(),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
    );
    const tokens = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => `Bearer ${parts.join('.')}`);
    const keys = fc.base64String().map((text) => `Bearer rpk_${text}`);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), tokens, keys), async (header) => {
        expect(await ask(header)).toMatchObject({ refused: expect.stringMatching(/malformed|invalid/) });
      }),
    );
  });
  it('is not blamed while the table cannot be read', async () => {
    dynamo.on(BatchGetCommand).rejects(new Error('down'));
    await expect(askWith(issuer.token())).rejects.toThrow('down');
  });
});

describe('the authorizer, of an API key', () => {
  const key = newKeyText();
  const pk = `APIKEY#${hashOfKey(key)}`;
  const keyId = 'ky_01K00000000000000000000001';
  const aKey = (over: object = {}) => ({
    pk,
    sk: 'APIKEY',
    keyId,
    workspaceId: acme,
    userId: ann,
    subject: 'sub-1',
    roles: ['support'],
    expiresAt: hoursAgo(-1),
    lastUsedAt: hoursAgo(0),
    lastUsedFrom: '192.0.2.1',
    ...over,
  });
  const stored = (item: object, credential?: object) => {
    dynamo.on(GetCommand, { Key: { pk, sk: 'APIKEY' } }).resolves({ Item: item as Record<string, unknown> });
    dynamo
      .on(GetCommand, { Key: { pk: 'CREDENTIAL#sub-1', sk: 'CREDENTIAL' } })
      .resolves({ Item: (credential ?? aCredential()) as Record<string, unknown> });
  };

  it('acts as its user in its one workspace, held to its own roles and scopes', async () => {
    const elsewhere = { workspaceId: globex, roles: ['admin'] };
    stored(aKey({ scopes: ['contacts:read'] }), aCredential({ memberships: [elsewhere, ...memberships] }));
    expect(await askWith(key)).toEqual({
      userId: ann,
      memberships,
      subject: 'sub-1',
      keyId,
      cap: ['support'],
      scopes: ['contacts:read'],
    });
    expect(dynamo.calls()).toHaveLength(2);
    for (const { args } of dynamo.commandCalls(GetCommand)) expect(args[0].input.ConsistentRead).toBe(true);
  });
  it('that is mistyped is refused without asking the table', async () => {
    const wrong = key.endsWith('0') ? '1' : '0';
    for (const text of [
      `${key.slice(0, -1)}${wrong}`,
      `${key}0`,
      key.slice(0, -1),
      'rpk_',
      `rpk_${'a'.repeat(46)}`,
    ])
      await refusedWith(text, 'credential_malformed');
    expect(dynamo.calls()).toHaveLength(0);
  });
  it('that nobody has is refused', () => refusedWith(newKeyText(), 'key_unknown'));
  it('that was revoked is refused', async () => {
    stored(aKey({ revokedAt: hoursAgo(1) }));
    await refusedWith(key, 'key_revoked');
  });
  it('that has expired is refused', async () => {
    stored(aKey({ expiresAt: hoursAgo(0) }));
    await refusedWith(key, 'key_expired');
  });
  it('dies with its user’s membership', async () => {
    stored(aKey(), aCredential({ memberships: [] }));
    await refusedWith(key, 'user_deactivated');
    stored(aKey(), aCredential({ memberships: [{ workspaceId: globex, roles: ['admin'] }] }));
    await refusedWith(key, 'user_deactivated');
  });
  it('goes on while its last use cannot be written', async () => {
    stored(aKey({ lastUsedAt: undefined }));
    dynamo.on(TransactWriteCommand).rejects(new Error('down'));
    expect(await askWith(key)).toMatchObject({ keyId });
    stored(aKey({ lastUsedAt: hoursAgo(0.3), lastUsedFrom: '192.0.2.1' }));
    for (const command of [UpdateCommand, TransactWriteCommand])
      dynamo.on(command as never).rejects(new Error('down'));
    expect(await askWith(key)).toMatchObject({ keyId });
  });
  it('waits no longer than a moment for its last use to be written', async () => {
    stored(aKey({ lastUsedAt: undefined }));
    const never = new Promise<never>(() => undefined);
    dynamo.on(TransactWriteCommand).callsFake(() => never);
    expect(await askWith(key)).toMatchObject({ keyId }); // or it never would
    expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(1);
  });
});

it('fails, and blames no token, while the issuer’s keys cannot be had', async () => {
  vi.resetModules();
  issuer.keySet.status = 503;
  const fresh: Authorize = await import('../../../functions/identity/authorize.ts');
  const event = authorizerEvent(`Bearer ${await issuer.token()}`);
  await expect(fresh.handler(event as never)).rejects.toThrow();
  issuer.keySet.status = 200;
});

import { generateKeyPairSync } from 'node:crypto';
import { BatchGetCommand, DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { exportSPKI, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { functions } from '../../../infra/functions.ts';
import { type Route, routeKeyOf } from '../../../shared/core/route.ts';
import { credentialItem } from '../../../shared/identity/credential-store.ts';
import { hashOfKey, newKeyText } from '../../../shared/identity/key-text.ts';
import { sessionIdOf } from '../../../shared/identity/session.ts';
import { acme, ann } from '../../fixtures/ids.ts';
import { type Call, call } from '../../helpers/call.ts';
import { authorizerEvent, clientId, type Issuer, startIssuer } from '../../helpers/issuer.ts';

/** Every operation that wants a credential, of every function that the manifest puts behind the API. */
const doors = functions.flatMap(({ entry, trigger }) =>
  trigger.kind === 'api'
    ? trigger.routes
        .filter(({ access }) => access !== 'public')
        .map((route) => ({ entry, route, operationId: route.operationId }))
    : [],
);
const handlers = new Map<string, Parameters<typeof call>[0]>();

const now = Date.now();
const hoursAgo = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
const memberships = [{ workspaceId: acme, roles: ['admin'] }];
const credentials = [
  credentialItem('sub-1', { userId: ann, memberships, revision: 1 }),
  credentialItem('sub-gone', { userId: ann, memberships: [], revision: 2 }),
  credentialItem('sub-out', { userId: ann, memberships, revision: 2, signedOutAt: hoursAgo(0) }),
];
const aSession = (originJti: string, over: object) => ({
  pk: `SESSION#${sessionIdOf(originJti)}`,
  sk: 'SESSION',
  sessionId: sessionIdOf(originJti),
  subject: 'sub-1',
  userId: ann,
  startedAt: hoursAgo(1),
  from: '192.0.2.1',
  userAgent: 'test',
  expiresAt: Math.floor(now / 1000) + 86_400,
  ...over,
});
const sessions = [aSession('origin-ended', { revokedAt: hoursAgo(0.5) })];
const texts = { unknown: newKeyText(), revoked: newKeyText(), expired: newKeyText(), orphaned: newKeyText() };
const aKey = (text: string, over: object) => ({
  pk: `APIKEY#${hashOfKey(text)}`,
  sk: 'APIKEY',
  keyId: 'ky_01K00000000000000000000001',
  workspaceId: acme,
  userId: ann,
  subject: 'sub-1',
  roles: ['admin'],
  expiresAt: hoursAgo(-1),
  ...over,
});
const keys = [
  aKey(texts.revoked, { revokedAt: hoursAgo(1) }),
  aKey(texts.expired, { expiresAt: hoursAgo(1) }),
  aKey(texts.orphaned, { subject: 'sub-gone' }),
];
const table = [...credentials, ...sessions, ...keys] as Record<string, unknown>[];

let issuer: Issuer;
const bare = () =>
  new UnsecuredJWT({ token_use: 'access', client_id: clientId, origin_jti: 'o', auth_time: 1 })
    .setIssuer(issuer.issuer)
    .setSubject('sub-1')
    .setExpirationTime('1h')
    .encode();
const publicKeyAsSecret = async () => new TextEncoder().encode(await exportSPKI(issuer.publicKey));

/** What a stranger may send, by the code that every operation answers it with. */
const bad: Record<string, { code: string; credential: () => Promise<string> | string }> = {
  'no Bearer credential': { code: 'credential_malformed', credential: () => '' },
  garbage: { code: 'token_invalid', credential: () => 'a.b.c' },
  'an expired token': {
    code: 'token_expired',
    credential: () => issuer.token({ expires: '1 minute ago' }),
  },
  'a token of another issuer': {
    code: 'token_invalid',
    credential: () => issuer.token({ issuer: 'https://else.example/pool' }),
  },
  'a token for another client': {
    code: 'token_invalid',
    credential: () => issuer.token({ claims: { client_id: 'another' } }),
  },
  'an id token': {
    code: 'token_invalid',
    credential: () => issuer.token({ claims: { token_use: 'id', aud: clientId } }),
  },
  'a token without origin_jti': {
    code: 'token_invalid',
    credential: () => issuer.token({ claims: { origin_jti: undefined } }),
  },
  'a token with alg none': { code: 'token_invalid', credential: bare },
  'a token signed by HS256 with the public key': {
    code: 'token_invalid',
    credential: async () => issuer.token({ alg: 'HS256' }, await publicKeyAsSecret()),
  },
  'a token of an unknown kid': { code: 'token_invalid', credential: () => issuer.token({ kid: 'k9' }) },
  'a token signed by a stranger': {
    code: 'token_invalid',
    credential: () => issuer.token({}, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
  },
  'a token of nobody known': { code: 'user_unknown', credential: () => issuer.token({ subject: 'sub-9' }) },
  'a token of a removed user': {
    code: 'user_deactivated',
    credential: () => issuer.token({ subject: 'sub-gone' }),
  },
  'a token of an ended session': {
    code: 'session_revoked',
    credential: () => issuer.token({ claims: { origin_jti: 'origin-ended' } }),
  },
  'a token from before they signed out everywhere': {
    code: 'session_revoked',
    credential: () => issuer.token({ subject: 'sub-out' }),
  },
  'a key with a wrong checksum': {
    code: 'credential_malformed',
    credential: () => `rpk_${'a'.repeat(46)}`,
  },
  'a key of nobody': { code: 'key_unknown', credential: () => texts.unknown },
  'a revoked key': { code: 'key_revoked', credential: () => texts.revoked },
  'an expired key': { code: 'key_expired', credential: () => texts.expired },
  'a key of a removed user': { code: 'user_deactivated', credential: () => texts.orphaned },
};
/** What the authorizer hands on, by kind. */
const handedOn = new Map<string, object>();

const dynamo = mockClient(DynamoDBDocumentClient);
function fillTable() {
  const find = (key: Record<string, unknown>) => table.find(({ pk, sk }) => pk === key.pk && sk === key.sk);
  dynamo.on(GetCommand).callsFake(({ Key }) => ({ Item: find(Key) }));
  dynamo.on(BatchGetCommand).callsFake(({ RequestItems }) => ({
    Responses: { crm: RequestItems.crm.Keys.flatMap((key: Record<string, unknown>) => find(key) ?? []) },
  }));
}

beforeAll(async () => {
  issuer = await startIssuer();
  const { handler } = await import('../../../functions/identity/authorize.ts');
  fillTable();
  for (const [kind, { code, credential }] of Object.entries(bad)) {
    const event = authorizerEvent(`Bearer ${await credential()}`);
    const { isAuthorized, context } = await handler(event as never);
    expect({ isAuthorized, context }, kind).toEqual({
      isAuthorized: true, // the function answers, in problem+json
      context: { refused: code, memberships: [] },
    });
    handedOn.set(kind, context);
  }
  for (const { entry } of doors)
    if (!handlers.has(entry)) {
      const module = (await import(new URL(`../../../${entry}`, import.meta.url).href)) as {
        handler: Parameters<typeof call>[0];
      };
      handlers.set(entry, module.handler);
    }
});
afterAll(() => void issuer.end());
beforeEach(() => void dynamo.reset());

const byExample = ({ example }: Route): Call => ({
  params: example?.params as Record<string, string>,
  body: example?.body,
});

describe('every operation', () => {
  it('is one of the document, none is left out', async () => {
    const { default: document } = await import('../../../docs/openapi.json', { with: { type: 'json' } });
    const paths = document.paths as Record<string, Record<string, { security: unknown[] }>>;
    const guarded = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, { security }]) => security.length > 0)
        .map(([method]) => `${method.toUpperCase()} ${path}`),
    );
    expect(doors.map(({ route }) => routeKeyOf(route)).sort()).toEqual(guarded.sort());
  });

  it.each(doors)(
    '$operationId refuses every bad credential with 401 in problem+json, and asks no table',
    async ({ entry, route }) => {
      for (const [kind, authorization] of handedOn) {
        const answer = await call(handlers.get(entry) as never, route, {
          ...byExample(route),
          authorization,
        });
        expect(answer, kind).toMatchObject({
          status: 401,
          headers: { 'content-type': 'application/problem+json', 'www-authenticate': 'Bearer' },
          body: { status: 401, code: bad[kind]?.code, type: `/docs#${bad[kind]?.code}`, requestId: 'req-1' },
        });
      }
      expect(dynamo.calls()).toHaveLength(0);
    },
  );
});

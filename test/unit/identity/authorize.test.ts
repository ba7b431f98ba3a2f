import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { exportJWK, exportSPKI, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { credentialItem, credentialKey } from '../../../shared/identity/credential-store.ts';
import { acme, ann } from '../../fixtures/ids.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const client = 'client-1';
const memberships = [{ workspaceId: acme, roles: ['rep'] }];
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = createPublicKey(privateKey);

let keySet: { status: number; keys: unknown[] };
let server: Server;
let issuer: string;
type Authorize = typeof import('../../../functions/identity/authorize.ts');
let authorizer: Authorize;

beforeAll(async () => {
  keySet = { status: 200, keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] };
  server = createServer((_, res) => {
    res.writeHead(keySet.status, { 'content-type': 'application/json' });
    res.end(JSON.stringify({ keys: keySet.keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pool`;
  Object.assign(process.env, { ISSUER_URL: issuer, ISSUER_AUDIENCE: client });
  authorizer = await import('../../../functions/identity/authorize.ts');
});
afterAll(() => void server.close());
beforeEach(() => {
  dynamo.reset();
  dynamo.on(GetCommand).resolves({});
  dynamo
    .on(GetCommand, { Key: credentialKey('sub-1') })
    .resolves({ Item: credentialItem('sub-1', { userId: ann, memberships, revision: 1 }) });
});

type Over = {
  claims?: object;
  issuer?: string;
  expires?: string;
  alg?: string;
  kid?: string;
  subject?: string;
};
const token = (over: Over = {}, key: KeyObject | Uint8Array = privateKey) =>
  new SignJWT({ token_use: 'access', client_id: client, ...over.claims })
    .setProtectedHeader({ alg: over.alg ?? 'RS256', kid: over.kid ?? 'k1' })
    .setIssuer(over.issuer ?? issuer)
    .setSubject(over.subject ?? 'sub-1')
    .setIssuedAt('1 hour ago')
    .setExpirationTime(over.expires ?? '1 hour')
    .sign(key);

async function ask(authorization?: string) {
  const event = { headers: authorization === undefined ? {} : { authorization } };
  const { isAuthorized, context } = await authorizer.handler(event as never);
  expect(isAuthorized).toBe(true); // the function answers the 401, in problem+json
  return context;
}
const refusedWith = async (bearer: Promise<string> | string, refused: string) =>
  expect(await ask(`Bearer ${await bearer}`)).toEqual({ refused, memberships: [] });

describe('the authorizer', () => {
  it('turns a good token into its user and their workspaces', async () => {
    expect(await ask(`Bearer ${await token()}`)).toMatchObject({ userId: ann, memberships });
  });
  it('takes the scheme in any case', async () => {
    expect(await ask(`bearer  ${await token()}`)).toMatchObject({ userId: ann });
  });
  it('refuses what is no Bearer credential', async () => {
    for (const header of [undefined, '', 'Bearer', 'Bearer ', 'Basic YTpi', 'Bearer a b'])
      expect(await ask(header)).toMatchObject({ refused: 'credential_malformed' });
  });
  it('says of an expired token that it is expired', () =>
    refusedWith(token({ expires: '1 minute ago' }), 'token_expired'));
  it('refuses a token of another issuer', () =>
    refusedWith(token({ issuer: 'https://else.example' }), 'token_invalid'));
  it('refuses a token for another client', () =>
    refusedWith(token({ claims: { client_id: 'another' } }), 'token_invalid'));
  it('refuses an id token, which is not for the API', () =>
    refusedWith(token({ claims: { token_use: 'id' } }), 'token_invalid'));
  it('refuses a token signed by a key of nobody’s', () =>
    refusedWith(token({}, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey), 'token_invalid'));
  it('refuses a token of a key that the issuer does not have', () =>
    refusedWith(token({ kid: 'k2' }), 'token_invalid'));
  it('refuses an unsigned token (alg none)', () => {
    const claims = { token_use: 'access', client_id: client };
    const bare = new UnsecuredJWT(claims).setIssuer(issuer).setSubject('sub-1').setExpirationTime('1h');
    return refusedWith(bare.encode(), 'token_invalid');
  });
  it('refuses a token signed by HMAC with the public key as secret', async () => {
    const secret = new TextEncoder().encode(await exportSPKI(publicKey));
    await refusedWith(token({ alg: 'HS256' }, secret), 'token_invalid');
  });
  it('refuses a good token of nobody that we know', () =>
    refusedWith(token({ subject: 'sub-2' }), 'user_unknown'));
  it('reads the table for no token but a good one', async () => {
    await refusedWith(token({ expires: '1 minute ago' }), 'token_expired');
    await refusedWith('garbage', 'token_invalid');
    expect(dynamo.calls()).toHaveLength(0);
  });
  it('answers any garbage with a refusal, and never fails', async () => {
    const part = fc.oneof(
      fc.base64String(),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
    );
    const shaped = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => `Bearer ${parts.join('.')}`);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), shaped), async (header) => {
        expect(await ask(header)).toMatchObject({ refused: expect.stringMatching(/malformed|invalid/) });
      }),
    );
  });
  it('fails, and blames no token, while the table cannot be read', async () => {
    dynamo.on(GetCommand).rejects(new Error('down'));
    await expect(ask(`Bearer ${await token()}`)).rejects.toThrow('down');
  });
});

it('fails, and blames no token, while the issuer’s keys cannot be had', async () => {
  vi.resetModules();
  keySet.status = 503;
  const fresh: Authorize = await import('../../../functions/identity/authorize.ts');
  const event = { headers: { authorization: `Bearer ${await token()}` } };
  await expect(fresh.handler(event as never)).rejects.toThrow();
  keySet.status = 200;
});

import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, SignJWT } from 'jose';

type Over = {
  claims?: object;
  issuer?: string;
  /** Of the claim `exp`: a span from now, as jose reads it. */
  expires?: string;
  alg?: string;
  kid?: string;
  subject?: string;
};
export const clientId = 'client-1';

/** An issuer of tokens in Cognito's shape, with a key set on loopback. Sets ISSUER_URL and ISSUER_AUDIENCE. */
export async function startIssuer() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keySet = {
    status: 200,
    keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }],
  };
  const server = createServer((_, response) => {
    response.writeHead(keySet.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: keySet.keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pool`;
  Object.assign(process.env, { ISSUER_URL: issuer, ISSUER_AUDIENCE: clientId });

  const token = (over: Over = {}, key: KeyObject | Uint8Array = privateKey) =>
    new SignJWT({
      token_use: 'access',
      client_id: clientId,
      origin_jti: 'origin-1',
      auth_time: Math.floor(Date.now() / 1000) - 3600,
      ...over.claims,
    })
      .setProtectedHeader({ alg: over.alg ?? 'RS256', kid: over.kid ?? 'k1' })
      .setIssuer(over.issuer ?? issuer)
      .setSubject(over.subject ?? 'sub-1')
      .setIssuedAt('1 hour ago')
      .setExpirationTime(over.expires ?? '1 hour')
      .sign(key);
  return { issuer, publicKey, keySet, token, end: () => server.close() };
}
export type Issuer = Awaited<ReturnType<typeof startIssuer>>;

type From = { sourceIp?: string; userAgent?: string; now?: string };
/** What the gateway asks the authorizer (payload format 2.0). */
export const authorizerEvent = (authorization: string | undefined, from: From = {}) => ({
  headers: authorization === undefined ? {} : { authorization },
  requestContext: {
    timeEpoch: Date.parse(from.now ?? new Date().toISOString()),
    http: { sourceIp: from.sourceIp ?? '192.0.2.1', userAgent: from.userAgent ?? 'test' },
  },
});

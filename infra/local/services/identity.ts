import { randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { type Answer, type Handler, json, type Request } from '../http.ts';
import type { Store } from '../store.ts';
import { accessClaims, type Client, lifetimeS, type Signer } from './claims.ts';
import { codeFlow, newSignIn } from './code-flow.ts';
import type { UserPool } from './user-pool.ts';

export type Identity = {
  /** An access token of a user, in Cognito's shape, of a sign-in of its own; undefined for who may not sign in. */
  token(email: string): Promise<string | undefined>;
  /** Serves below the issuer's path: discovery, keys, sign-in page, code for token. */
  handler: Handler;
};
type Keys = { privateKey: JWK; publicKey: JWK };

async function makeKeys(): Promise<Keys> {
  const pair = await generateKeyPair('RS256', { extractable: true });
  const publicKey = await exportJWK(pair.publicKey);
  const named = { kid: await calculateJwkThumbprint(publicKey), alg: 'RS256', use: 'sig' };
  return {
    privateKey: { ...(await exportJWK(pair.privateKey)), ...named },
    publicKey: { ...publicKey, ...named },
  };
}

/** Made with the first start and kept, so that tokens stay valid over a restart. */
async function keysOf(store: Store): Promise<Keys> {
  const made = JSON.stringify(await makeKeys());
  return JSON.parse(store.keep('identity-keys', () => made)) as Keys;
}

const discovery = (issuer: string): Answer =>
  json(200, {
    issuer,
    authorization_endpoint: `${issuer}/oauth2/authorize`,
    token_endpoint: `${issuer}/oauth2/token`,
    revocation_endpoint: `${issuer}/oauth2/revoke`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    end_session_endpoint: `${issuer}/logout`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: ['openid', 'email', 'profile'],
    token_endpoint_auth_methods_supported: ['none'],
  });

async function signerOf(keys: Keys, issuer: string): Promise<Signer> {
  const key = await importJWK(keys.privateKey, 'RS256');
  return (claims, user) =>
    new SignJWT({ ...claims, jti: randomUUID() })
      .setProtectedHeader({ alg: 'RS256', kid: keys.publicKey.kid ?? '' })
      .setIssuer(issuer)
      .setSubject(user.sub)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeS}s`)
      .sign(key);
}

/** Pages of any origin may ask, as they may ask Cognito: what they get opens nothing that they did not bring. */
const forPages = { 'access-control-allow-origin': '*' };
const preflight: Answer = {
  status: 204,
  headers: {
    ...forPages,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type',
  },
};

/** An OpenID issuer in the place of the Cognito user pool. */
export async function startIdentity(
  store: Store,
  pool: UserPool,
  issuer: string,
  clients: Client[],
): Promise<Identity> {
  const keys = await keysOf(store);
  const sign = await signerOf(keys, issuer);
  const flow = codeFlow(sign, pool, clients);
  const pages: Record<string, (request: Request) => Answer | Promise<Answer>> = {
    'GET /.well-known/openid-configuration': () => discovery(issuer),
    'GET /.well-known/jwks.json': () => json(200, { keys: [keys.publicKey] }),
    'GET /oauth2/authorize': flow.authorize,
    'POST /oauth2/authorize': flow.authorize,
    'POST /oauth2/token': flow.token,
    'POST /oauth2/revoke': flow.revoke,
    'GET /logout': flow.logout,
  };
  const prefix = new URL(issuer).pathname;
  return {
    handler: async (request) => {
      if (request.method === 'OPTIONS') return preflight;
      const page = pages[`${request.method} ${request.path.slice(prefix.length)}`];
      const answer = (await page?.(request)) ?? json(404, { message: 'Not Found' });
      return { ...answer, headers: { ...answer.headers, ...forPages } };
    },
    token: async (email) => {
      const user = pool.named(email);
      return user?.enabled
        ? sign(accessClaims(user, newSignIn(user, clients[0]?.id ?? '')), user)
        : undefined;
    },
  };
}

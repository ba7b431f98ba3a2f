import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { type DemoUser, demoUsers } from '../demo/users.ts';
import { type Answer, type Handler, json, type Request } from '../http.ts';
import type { Store } from '../store.ts';
import { html, raw } from './html.ts';

export type Identity = {
  /** An access token of a demo user, in Cognito's shape; undefined for an unknown address. */
  token(email: string): Promise<string | undefined>;
  /** Serves below the issuer's path: discovery, keys, sign-in page, code for token. */
  handler: Handler;
};
type Grant = {
  user: DemoUser;
  challenge: string;
  redirectUri: string;
  clientId: string;
  nonce: string;
  until: number;
};
type Signer = (claims: Record<string, unknown>, user: DemoUser) => Promise<string>;

const lifetimeS = 3600;

async function keyPair(store: Store): Promise<{ privateKey: JWK; publicKey: JWK }> {
  const made = store.keep('identity-key', () => '');
  if (made !== '') return JSON.parse(made) as { privateKey: JWK; publicKey: JWK };
  const pair = await generateKeyPair('RS256', { extractable: true });
  const publicKey = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(publicKey);
  const named = { kid, alg: 'RS256', use: 'sig' };
  const keys = {
    privateKey: { ...(await exportJWK(pair.privateKey)), ...named },
    publicKey: { ...publicKey, ...named },
  };
  store.db.prepare("UPDATE kept SET value = ? WHERE name = 'identity-key'").run(JSON.stringify(keys));
  return keys;
}

function discovery(issuer: string): Answer {
  return json(200, {
    issuer,
    authorization_endpoint: `${issuer}/oauth2/authorize`,
    token_endpoint: `${issuer}/oauth2/token`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    end_session_endpoint: `${issuer}/logout`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: ['openid', 'email', 'profile'],
    token_endpoint_auth_methods_supported: ['none'],
  });
}

/** The claims of a Cognito access token (Cognito developer guide, "Understanding the access token"). */
const accessClaims = (user: DemoUser, clientId: string, originJti: string) => ({
  token_use: 'access',
  client_id: clientId,
  username: user.sub,
  origin_jti: originJti,
  scope: 'openid email profile',
  version: 2,
});

const idClaims = (user: DemoUser, clientId: string, originJti: string, nonce: string) => ({
  token_use: 'id',
  aud: clientId,
  'cognito:username': user.sub,
  origin_jti: originJti,
  email: user.email,
  email_verified: true,
  name: user.name,
  ...(nonce && { nonce }),
});

const redirect = (to: string): Answer => ({ status: 302, headers: { location: to } });
const page = (body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});

function signInPage(query: URLSearchParams): Answer {
  const hidden = [...query].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const users = demoUsers.map(
    (user) => html`<p><button name="email" value="${user.email}">${user.email}</button>
      ${user.name}, ${user.role} at ${user.workspace.name}</p>`,
  );
  return page(
    html`<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in (local cloud)</title>
      <body style="font: 16px/1.5 system-ui; max-width: 40rem; margin: 3rem auto; padding: 0 1rem">
      <h1>Sign in</h1><p>This page stands in for Cognito. Choose who you are:</p>
      <form method="post">${raw(hidden.join(''))}${raw(users.join(''))}</form></body></html>`,
  );
}

/** The second half of RFC 7636: does the verifier fit the challenge that the code was given for? */
const proves = (verifier: string, challenge: string): boolean =>
  createHash('sha256').update(verifier).digest('base64url') === challenge;

const userOf = (email: string): DemoUser | undefined =>
  demoUsers.find((user) => user.email === email.trim().toLowerCase());

const oauthError = (error: string): Answer => json(400, { error });

/** The authorization code flow with PKCE, for public clients whose redirect is registered in the template. */
function codeFlow(sign: Signer, redirects: (clientId: string) => string[] | undefined) {
  const grants = new Map<string, Grant>();

  const authorize = (request: Request): Answer => {
    const given = request.method === 'POST' ? new URLSearchParams(request.body.toString()) : request.query;
    const redirectUri = given.get('redirect_uri') ?? '';
    const clientId = given.get('client_id') ?? '';
    const known = redirects(clientId)?.includes(redirectUri);
    const wrong = given.get('response_type') !== 'code' || given.get('code_challenge_method') !== 'S256';
    const challenge = given.get('code_challenge');
    if (!known || wrong || !challenge) return oauthError(known ? 'invalid_request' : 'redirect_mismatch');
    const user = request.method === 'POST' ? userOf(given.get('email') ?? '') : undefined;
    if (!user) return signInPage(request.query);
    const code = randomBytes(24).toString('base64url');
    const nonce = given.get('nonce') ?? '';
    grants.set(code, { user, challenge, redirectUri, clientId, nonce, until: Date.now() + 300_000 });
    const target = new URL(redirectUri);
    target.searchParams.set('code', code);
    if (given.get('state')) target.searchParams.set('state', given.get('state') ?? '');
    return redirect(target.href);
  };

  const token = async (request: Request): Promise<Answer> => {
    const given = new URLSearchParams(request.body.toString());
    const code = given.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    if (!grant || grant.until < Date.now() || grant.redirectUri !== given.get('redirect_uri'))
      return oauthError('invalid_grant');
    if (!proves(given.get('code_verifier') ?? '', grant.challenge)) return oauthError('invalid_grant');
    const originJti = randomUUID();
    return json(200, {
      access_token: await sign(accessClaims(grant.user, grant.clientId, originJti), grant.user),
      id_token: await sign(idClaims(grant.user, grant.clientId, originJti, grant.nonce), grant.user),
      token_type: 'Bearer',
      expires_in: lifetimeS,
    });
  };
  return { authorize, token };
}

type Client = { id: string; callbacks: string[] };

/** An OpenID issuer in the place of the Cognito user pool. Its key is kept, so tokens stay valid over a restart. */
export async function startIdentity(store: Store, issuer: string, clients: Client[]): Promise<Identity> {
  const { privateKey, publicKey } = await keyPair(store);
  const key = await importJWK(privateKey, 'RS256');
  const sign: Signer = (claims, user) =>
    new SignJWT({ ...claims, auth_time: Math.floor(Date.now() / 1000), jti: randomUUID() })
      .setProtectedHeader({ alg: 'RS256', kid: publicKey.kid ?? '' })
      .setIssuer(issuer)
      .setSubject(user.sub)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeS}s`)
      .sign(key);
  const flow = codeFlow(sign, (clientId) => clients.find(({ id }) => id === clientId)?.callbacks);
  const prefix = new URL(issuer).pathname;
  const handler: Handler = (request) => {
    const path = request.path.slice(prefix.length);
    if (path === '/.well-known/openid-configuration') return discovery(issuer);
    if (path === '/.well-known/jwks.json') return json(200, { keys: [publicKey] });
    if (path === '/oauth2/authorize') return flow.authorize(request);
    if (path === '/oauth2/token' && request.method === 'POST') return flow.token(request);
    if (path === '/logout') return redirect(request.query.get('logout_uri') ?? '/');
    return json(404, { message: 'Not Found' });
  };
  return {
    handler,
    token: async (email) => {
      const user = userOf(email);
      return user && sign(accessClaims(user, clients[0]?.id ?? '', randomUUID()), user);
    },
  };
}

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type DemoUser, demoUsers } from '../demo/users.ts';
import { type Answer, json, type Request } from '../http.ts';
import { accessClaims, type Client, lifetimeS, type Signer, userOf } from './claims.ts';
import { html, raw } from './html.ts';

type Grant = {
  user: DemoUser;
  challenge: string;
  redirectUri: string;
  clientId: string;
  nonce: string;
  until: number;
};

/** How long a code may wait to be exchanged. */
const codeMs = 300_000;

const idClaims = ({ user, clientId, nonce }: Grant, originJti: string) => ({
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
const refused = (error: string): Answer => json(400, { error });

function signInPage(query: URLSearchParams): Answer {
  const users = demoUsers.map(
    (user) => html`<p><button name="email" value="${user.email}">${user.email}</button>
      ${user.name}, ${user.role} at ${user.workspace.name}</p>`,
  );
  const action = html`?${query.toString()}`;
  const body = html`<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in (local cloud)</title>
    <body style="font: 16px/1.5 system-ui; max-width: 40rem; margin: 3rem auto; padding: 0 1rem">
    <h1>Sign in</h1><p>This page stands in for Cognito. Choose who you are:</p>
    <form method="post" action="${raw(action)}">${raw(users.join(''))}</form></body></html>`;
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

/** What is wrong with a request for a code, in OAuth's words; undefined for a good one. */
function faultOf(query: URLSearchParams, clients: Client[]): string | undefined {
  const client = clients.find(({ id }) => id === query.get('client_id'));
  if (!client?.callbacks.includes(query.get('redirect_uri') ?? '')) return 'redirect_mismatch';
  if (query.get('response_type') !== 'code') return 'unsupported_response_type';
  const proven = query.get('code_challenge_method') === 'S256' && query.get('code_challenge');
  return proven ? undefined : 'invalid_request';
}

/** RFC 7636: does the verifier fit the challenge that the code was given for? */
const proves = (verifier: string | null, { challenge }: Grant): boolean =>
  createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url') === challenge;

/** The authorization code flow with PKCE, for public clients whose redirect the template names. Codes work once. */
export function codeFlow(sign: Signer, clients: Client[]) {
  const grants = new Map<string, Grant>();

  const authorize = (request: Request): Answer => {
    const { query, method } = request;
    const fault = faultOf(query, clients);
    if (fault) return refused(fault);
    const email = new URLSearchParams(request.body.toString()).get('email');
    const user = method === 'POST' ? userOf(email ?? '') : undefined;
    if (!user) return signInPage(query);
    const given = (name: string) => query.get(name) ?? '';
    const code = randomBytes(24).toString('base64url');
    const redirectUri = given('redirect_uri');
    grants.set(code, {
      user,
      redirectUri,
      challenge: given('code_challenge'),
      clientId: given('client_id'),
      nonce: given('nonce'),
      until: Date.now() + codeMs,
    });
    const target = new URL(redirectUri);
    target.searchParams.set('code', code);
    if (query.has('state')) target.searchParams.set('state', given('state'));
    return redirect(target.href);
  };

  const grantFor = (form: URLSearchParams): Grant | undefined => {
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    if (!grant || grant.until < Date.now()) return undefined;
    const same = grant.redirectUri === form.get('redirect_uri') && grant.clientId === form.get('client_id');
    return same && proves(form.get('code_verifier'), grant) ? grant : undefined;
  };

  const token = async (request: Request): Promise<Answer> => {
    const grant = grantFor(new URLSearchParams(request.body.toString()));
    if (!grant) return refused('invalid_grant');
    const originJti = randomUUID();
    return json(200, {
      access_token: await sign(accessClaims(grant.user, grant.clientId, originJti), grant.user),
      id_token: await sign(idClaims(grant, originJti), grant.user),
      token_type: 'Bearer',
      expires_in: lifetimeS,
    });
  };

  const logout = ({ query }: Request): Answer => redirect(query.get('logout_uri') ?? '/');
  return { authorize, token, logout };
}

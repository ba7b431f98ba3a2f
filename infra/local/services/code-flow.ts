import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Answer, json, type Request } from '../http.ts';
import { isNamedOrLoopback } from '../loopback.ts';
import { accessClaims, type Client, idClaims, lifetimeS, type Signer } from './claims.ts';
import { signInPage } from './sign-in-page.ts';
import type { PoolUser, SignIn, UserPool } from './user-pool.ts';

type Grant = SignIn & { challenge: string; redirectUri: string; nonce: string; until: number };

/** How long a code may wait to be exchanged. */
const codeMs = 300_000;

const redirect = (to: string): Answer => ({ status: 302, headers: { location: to } });
const refused = (error: string): Answer => json(400, { error });
const formOf = ({ body }: Request) => new URLSearchParams(body.toString());

/** What is wrong with a request for a code, in OAuth's words; undefined for a good one. */
function faultOf(query: URLSearchParams, clients: Client[]): string | undefined {
  const client = clients.find(({ id }) => id === query.get('client_id'));
  if (!isNamedOrLoopback(query.get('redirect_uri') ?? '', client?.callbacks ?? []))
    return 'redirect_mismatch';
  if (query.get('response_type') !== 'code') return 'unsupported_response_type';
  const proven = query.get('code_challenge_method') === 'S256' && query.get('code_challenge');
  return proven ? undefined : 'invalid_request';
}

/** RFC 7636: does the verifier fit the challenge that the code was given for? */
const proves = (verifier: string | null, { challenge }: Grant): boolean =>
  createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url') === challenge;

/** Begins a sign-in that every token of it will name. */
export const newSignIn = ({ sub }: PoolUser, clientId: string): SignIn => ({
  sub,
  clientId,
  originJti: randomUUID(),
  signedInS: Math.floor(Date.now() / 1000),
});

/** Codes for who signs in, by RFC 7636. They work once, and for the redirect and client that they were asked for by. */
function codesOf(pool: UserPool, clients: Client[]) {
  const grants = new Map<string, Grant>();

  const codeFor = (user: PoolUser, query: URLSearchParams): Answer => {
    if (user.status !== 'CONFIRMED') pool.set({ ...user, status: 'CONFIRMED' });
    const given = (name: string) => query.get(name) ?? '';
    const code = randomBytes(24).toString('base64url');
    grants.set(code, {
      ...newSignIn(user, given('client_id')),
      redirectUri: given('redirect_uri'),
      challenge: given('code_challenge'),
      nonce: given('nonce'),
      until: Date.now() + codeMs,
    });
    const to = new URL(given('redirect_uri'));
    to.searchParams.set('code', code);
    if (query.has('state')) to.searchParams.set('state', given('state'));
    return redirect(to.href);
  };

  const authorize = (request: Request): Answer => {
    const { query, method } = request;
    const fault = faultOf(query, clients);
    if (fault) return refused(fault);
    const user = method === 'POST' ? pool.named(formOf(request).get('email') ?? '') : undefined;
    return user?.enabled ? codeFor(user, query) : signInPage(query, pool.all());
  };

  const grantFor = (form: URLSearchParams): Grant | undefined => {
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    if (!grant || grant.until < Date.now()) return undefined;
    const same = grant.redirectUri === form.get('redirect_uri') && grant.clientId === form.get('client_id');
    return same && proves(form.get('code_verifier'), grant) ? grant : undefined;
  };
  return { authorize, grantFor };
}

/** The authorization code flow with PKCE, for public clients whose redirect the template names; refreshing, and taking back. */
export function codeFlow(sign: Signer, pool: UserPool, clients: Client[]) {
  const { authorize, grantFor } = codesOf(pool, clients);

  const tokens = async (signIn: SignIn, nonce = '') => {
    const user = pool.named(signIn.sub);
    if (!user?.enabled) return undefined;
    return {
      access_token: await sign(accessClaims(user, signIn), user),
      id_token: await sign(idClaims(user, signIn, nonce), user),
      token_type: 'Bearer',
      expires_in: lifetimeS,
    };
  };

  const grants: Record<string, (form: URLSearchParams) => Promise<object | undefined>> = {
    authorization_code: async (form) => {
      const grant = grantFor(form);
      const made = grant && (await tokens(grant, grant.nonce));
      return made && { ...made, refresh_token: pool.refreshToken(grant) };
    },
    // The refresh token goes on: without rotation Cognito gives out no other.
    refresh_token: async (form) => {
      const signIn = pool.signInOf(form.get('refresh_token') ?? '', form.get('client_id') ?? '');
      return signIn && (await tokens(signIn));
    },
  };
  const token = async (request: Request): Promise<Answer> => {
    const form = formOf(request);
    const grant = grants[form.get('grant_type') ?? ''];
    if (!grant) return refused('unsupported_grant_type');
    const made = await grant(form);
    return made ? json(200, made) : refused('invalid_grant');
  };

  /** RFC 7009: what is not known is as revoked as what is. */
  const revoke = (request: Request): Answer => {
    const form = formOf(request);
    const [given, clientId] = [form.get('token'), form.get('client_id') ?? ''];
    if (!given) return refused('invalid_request');
    if (!clients.some(({ id }) => id === clientId)) return refused('invalid_client');
    pool.revoke(given, clientId);
    return { status: 200 };
  };

  const logout = ({ query }: Request): Answer => {
    const client = clients.find(({ id }) => id === query.get('client_id'));
    const to = query.get('logout_uri') ?? '';
    return isNamedOrLoopback(to, client?.logouts ?? []) ? redirect(to) : refused('redirect_mismatch');
  };
  return { authorize, token, revoke, logout };
}

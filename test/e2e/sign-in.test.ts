import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clientOf, type Json } from '../helpers/client.ts';
import { type LocalCloud, startLocalCloud } from '../helpers/local-cloud.ts';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startLocalCloud();
});
afterAll(() => cloud.stop());

type Tokens = { access_token: string; id_token: string; refresh_token: string };
const form = (url: string, body: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' });

/** Where the issuer is, and the client that it knows: what the console reads at its start. */
async function issuer() {
  const url = `${cloud.url}/_local/identity/.well-known/openid-configuration`;
  const found = (await (await fetch(url)).json()) as Record<string, string>;
  const clientId = String(decodeJwt(await cloud.token('rep@acme.test')).client_id);
  return {
    authorize: found.authorization_endpoint ?? '',
    token: found.token_endpoint ?? '',
    revoke: found.revocation_endpoint ?? '',
    client_id: clientId,
  };
}

/** The authorization code flow with PKCE (RFC 7636), as a browser and the console go through it. */
async function signIn(email: string): Promise<Tokens> {
  const { authorize, token, client_id } = await issuer();
  const code_verifier = randomBytes(32).toString('base64url');
  const redirect_uri = 'http://localhost:3000/signed-in';
  const asked = new URLSearchParams({
    client_id,
    redirect_uri,
    response_type: 'code',
    scope: 'openid email profile',
    code_challenge: createHash('sha256').update(code_verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'here',
  });
  const sent = await form(`${authorize}?${asked}`, { email });
  const back = new URL(sent.headers.get('location') ?? '');
  expect(back.searchParams.get('state')).toBe('here');
  const code = back.searchParams.get('code') ?? '';
  const grant = { grant_type: 'authorization_code', client_id, redirect_uri, code };
  expect((await form(token, { ...grant, code_verifier: 'another'.repeat(8) })).status).toBe(400);
  const again = new URL((await form(`${authorize}?${asked}`, { email })).headers.get('location') ?? '');
  const answer = await form(token, { ...grant, code: again.searchParams.get('code') ?? '', code_verifier });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Tokens;
}
async function refresh(refresh_token: string) {
  const { token, client_id } = await issuer();
  const answer = await form(token, { grant_type: 'refresh_token', client_id, refresh_token });
  return { status: answer.status, body: (await answer.json()) as Json };
}
const ask = async (credential: string, path = '/v1/users/me', method = 'GET') => {
  const answer = await fetch(cloud.url + path, {
    method,
    headers: { authorization: `Bearer ${credential}` },
  });
  const text = await answer.text();
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: text ? JSON.parse(text) : {},
  };
};
/** Asks until the credential is refused; answers the refusal and how long that took. */
async function refusal(credential: string, since: number) {
  for (;;) {
    const { status, type, body } = await ask(credential);
    if (status === 401) return { code: body.code, type, ms: Date.now() - since };
    if (Date.now() - since > 60_000) throw new Error(`Still ${status} after a minute`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

it('who signs in by code and PKCE is let in, as one session that refreshed tokens go on with', async () => {
  const tokens = await signIn('rep@acme.test');
  expect(await ask(tokens.access_token)).toMatchObject({ status: 200, body: { email: 'rep@acme.test' } });
  const second = await refresh(tokens.refresh_token);
  expect(second.status).toBe(200);
  const [first, later] = [tokens.access_token, second.body.access_token].map((token) => decodeJwt(token));
  expect(later?.jti).not.toBe(first?.jti);
  for (const claim of ['sub', 'origin_jti', 'auth_time', 'client_id', 'token_use'])
    expect(later?.[claim], claim).toBe(first?.[claim]);
  const { body } = await ask(second.body.access_token, '/v1/sessions');
  expect(body.items).toEqual([expect.objectContaining({ isCurrent: true, from: expect.any(String) })]);
});

it('an id token and garbage open nothing, and no credential at all is the gateway’s own 401', async () => {
  const { id_token } = await signIn('rep@acme.test');
  for (const [credential, code] of [
    [id_token, 'token_invalid'],
    ['garbage', 'token_invalid'],
    ['rpk_mistyped', 'credential_malformed'],
  ])
    expect(await ask(credential ?? '')).toMatchObject({
      status: 401,
      type: 'application/problem+json',
      body: { code },
    });
  expect((await fetch(`${cloud.url}/v1/users/me`)).status).toBe(401);
});

it('signing out and revoking a key act within a minute everywhere, and hold over a kill', async () => {
  const [one, other] = [await signIn('manager@acme.test'), await signIn('manager@acme.test')];
  const refreshed = (await refresh(one.refresh_token)).body.access_token;
  const admin = await clientOf(cloud);
  const made = await admin.post('/v1/keys', { name: 'Shop', roles: ['readonly'] });
  // All are known to the gateway as good when they end.
  for (const credential of [one.access_token, refreshed, other.access_token, made.key])
    expect((await ask(credential)).status).toBe(200);

  const since = Date.now();
  expect((await ask(one.access_token, '/v1/sessions/current', 'DELETE')).status).toBe(204);
  await admin.delete(`/v1/keys/${made.id}`);
  const refused = await Promise.all(
    [one.access_token, refreshed, made.key].map((one) => refusal(one, since)),
  );
  expect(refused.map(({ code }) => code)).toEqual(['session_revoked', 'session_revoked', 'key_revoked']);
  for (const { ms, type } of refused) {
    expect(ms).toBeLessThan(60_000);
    expect(type).toBe('application/problem+json');
  }
  expect((await ask(other.access_token)).status).toBe(200);

  await cloud.restart();
  expect((await ask(one.access_token)).body.code).toBe('session_revoked');
  expect((await ask(made.key)).body.code).toBe('key_revoked');
  const again = (await refresh(one.refresh_token)).body.access_token;
  expect((await ask(again)).body.code).toBe('session_revoked');
  expect((await ask((await refresh(other.refresh_token)).body.access_token)).status).toBe(200);
});

it('a refresh token that was taken back refreshes nothing more, and can be taken back again', async () => {
  const { revoke, client_id } = await issuer();
  const { refresh_token } = await signIn('support@acme.test');
  expect((await refresh(refresh_token)).status).toBe(200);
  for (let i = 0; i < 2; i++)
    expect((await form(revoke, { token: refresh_token, client_id })).status).toBe(200);
  expect(await refresh(refresh_token)).toEqual({ status: 400, body: { error: 'invalid_grant' } });
});

it('signing out everywhere ends what was never used here, and the refresh tokens', async () => {
  const [used, unused] = [await signIn('marketing@acme.test'), await signIn('marketing@acme.test')];
  await new Promise((resolve) => setTimeout(resolve, 1000 - (Date.now() % 1000))); // sign-ins count in seconds
  expect((await ask(used.access_token, '/v1/sessions', 'DELETE')).status).toBe(204);
  expect(await ask(unused.access_token)).toMatchObject({ status: 401, body: { code: 'session_revoked' } });
  for (const { refresh_token } of [used, unused]) expect((await refresh(refresh_token)).status).toBe(400);
  const anew = await signIn('marketing@acme.test');
  expect((await ask(anew.access_token)).status).toBe(200);
});

it('who is invited signs in, and who is shut out is refused within a minute, by token, key and sign-in page', async () => {
  const admin = await clientOf(cloud);
  const zoe = await admin.post('/v1/users', { email: 'zoe@acme.test', name: 'Zoe Lund', roles: ['admin'] });
  const invitations = (await cloud.mail()).filter(({ to }) => to.includes('zoe@acme.test'));
  expect(invitations.map(({ subject }) => subject)).toEqual(['Your temporary password']);
  const { access_token, refresh_token } = await signIn('zoe@acme.test');
  expect((await ask(access_token)).body).toMatchObject({ id: zoe.id, status: 'active' });
  const made = await fetch(`${cloud.url}/v1/keys`, {
    method: 'POST',
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Hers', roles: ['admin'] }),
  });
  const { key } = (await made.json()) as { key: string };
  expect((await ask(key)).body).toMatchObject({ id: zoe.id });

  const since = Date.now();
  await admin.post(`/v1/users/${zoe.id}/deactivate`);
  const refused = await Promise.all([access_token, key].map((one) => refusal(one, since)));
  for (const { code, ms } of refused) {
    expect(['user_deactivated', 'session_revoked', 'key_revoked']).toContain(code);
    expect(ms).toBeLessThan(60_000);
  }
  await cloud.idle();
  expect((await refresh(refresh_token)).status).toBe(400);
  await expect(signIn('zoe@acme.test')).rejects.toThrow();
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../../infra/local/http.ts';
import { openOutbox } from '../../../infra/local/services/outbox.ts';
import { openUserPool, type UserPool } from '../../../infra/local/services/user-pool.ts';
import { userPoolHandler } from '../../../infra/local/services/user-pool-api.ts';
import { openStore, type Store } from '../../../infra/local/store.ts';
import {
  disableInPool,
  enableInPool,
  inviteToPool,
  resendInvitation,
  signOutEverywhere,
} from '../../../shared/platform/user-pool.ts';

let folder: string;
let store: Store;
let pool: UserPool;
let server: Listening;

function open() {
  store = openStore(folder);
  pool = openUserPool(store);
}
beforeAll(async () => {
  server = await listen((request) => userPoolHandler(pool, store, ['pool-1'])(request));
  process.env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER = server.url;
});
afterAll(() => server.close());
beforeEach(() => {
  process.env.USER_POOL_ID = 'pool-1';
  folder = mkdtempSync(join(tmpdir(), 'rapport-pool-'));
  open();
  return () => {
    store.close();
    rmSync(folder, { recursive: true });
  };
});

const zoe = { email: 'zoe@acme.test', name: 'Zoe Müller' };
const mailsTo = async (email: string) =>
  (await openOutbox(store).list()).filter(({ to }) => to.includes(email));

describe('the user pool, asked by the SDK as in AWS', () => {
  it('invites somebody once, however often it is asked, and mails a first password', async () => {
    const first = await inviteToPool(zoe);
    expect(first).toEqual({ subject: expect.stringMatching(/^[\da-f-]{36}$/), isNew: true });
    expect(await inviteToPool({ ...zoe, email: 'ZOE@acme.test' })).toEqual({ ...first, isNew: false });
    const [mail, ...more] = await mailsTo(zoe.email);
    expect(more).toEqual([]);
    expect(mail?.text).toMatch(/temporary password is \S{20,}/);
    expect(pool.named(zoe.email)).toMatchObject({ sub: first.subject, name: zoe.name, enabled: true });
  });

  it('sends another first password, and none to who has signed in before', async () => {
    await inviteToPool(zoe);
    expect(await resendInvitation(zoe.email)).toBe(true);
    const texts = (await mailsTo(zoe.email)).map(({ text }) => text);
    expect(new Set(texts).size).toBe(2);
    expect(await resendInvitation('rep@acme.test')).toBe(false);
    expect(await mailsTo('rep@acme.test')).toEqual([]);
  });

  it('shuts somebody out, with all their refresh tokens, and lets them in again', async () => {
    const { subject } = await inviteToPool(zoe);
    const signIn = {
      sub: subject,
      clientId: 'console',
      originJti: 'o-1',
      signedInS: Math.floor(Date.now() / 1000),
    };
    const token = pool.refreshToken(signIn);
    expect(pool.signInOf(token, 'console')).toEqual(signIn);
    expect(pool.signInOf(token, 'another')).toBeUndefined();
    await disableInPool(subject);
    await disableInPool(subject);
    expect(pool.signInOf(token, 'console')).toBeUndefined();
    expect(pool.named(subject)?.enabled).toBe(false);
    await enableInPool(subject);
    expect(pool.named(subject)?.enabled).toBe(true);
    expect(pool.signInOf(token, 'console')).toBeUndefined();
  });

  it('signs out everywhere the one who is named, and nobody else', async () => {
    const signedInS = Math.floor(Date.now() / 1000);
    const [zoes, reps] = [await inviteToPool(zoe), pool.named('rep@acme.test')].map((one) =>
      pool.refreshToken({
        sub: one && 'sub' in one ? one.sub : String(one?.subject),
        clientId: 'console',
        originJti: 'o',
        signedInS,
      }),
    );
    await signOutEverywhere(pool.named(zoe.email)?.sub ?? '');
    expect(pool.signInOf(zoes ?? '', 'console')).toBeUndefined();
    expect(pool.signInOf(reps ?? '', 'console')).toBeDefined();
  });

  it('has nothing left to do for a user that somebody deleted by hand', async () => {
    await signOutEverywhere('nobody');
    await disableInPool('nobody');
    await expect(enableInPool('nobody')).rejects.toMatchObject({ code: 'pool_user_gone' });
  });

  it('knows its users and tokens again after a restart, and forgets a token when it is too old', async () => {
    const { subject } = await inviteToPool(zoe);
    const signedInS = Math.floor(Date.now() / 1000);
    const good = pool.refreshToken({ sub: subject, clientId: 'console', originJti: 'o', signedInS });
    const old = pool.refreshToken({
      sub: subject,
      clientId: 'console',
      originJti: 'o',
      signedInS: signedInS - 31 * 86_400,
    });
    store.close();
    open();
    expect(pool.named(zoe.email)?.sub).toBe(subject);
    expect(pool.signInOf(good, 'console')).toBeDefined();
    expect(pool.signInOf(old, 'console')).toBeUndefined();
  });

  it('refuses another pool, as a function with a wrong grant would be', async () => {
    process.env.USER_POOL_ID = 'pool-2';
    await expect(inviteToPool(zoe)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { acme, ann, ben, globex } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, useTable } from '../../helpers/dynamo.ts';
import { calls, getThingRoute, patchThingRoute, publicThingRoute, things } from '../../helpers/things.ts';

type Limit = typeof import('../../../shared/platform/request-limit.ts');
const one = aContext().actor;

/** The module as a process of its own would have it. */
async function aProcess(): Promise<Limit['admit']> {
  vi.resetModules();
  return (await import('../../../shared/platform/request-limit.ts')).admit;
}

/** How many of so many requests are admitted, one after another as a function's process serves them. */
async function admitted(admit: Limit['admit'], requests: number, now: string, actor = one): Promise<number> {
  let count = 0;
  for (let n = 0; n < requests; n++) {
    try {
      await admit(actor, now);
      count++;
    } catch (error) {
      expect(error).toMatchObject({ status: 429, code: 'rate_limited' });
    }
  }
  return count;
}

const limitItems = async () =>
  (await Array.fromAsync(readAll())).filter(({ sk, pk }) => sk === 'LIMIT' && pk.includes(minute));

let minute = '2026-11-22T10:00';
let now = '';
let at = 0;
beforeAll(useTable);
beforeEach(() => {
  minute = new Date(Date.parse('2026-11-22T10:00:00Z') + at++ * 60_000).toISOString().slice(0, 16);
  now = `${minute}:45.000Z`;
  vi.stubEnv('USER_REQUESTS_PER_MINUTE', '200');
  vi.stubEnv('WORKSPACE_REQUESTS_PER_MINUTE', '100000');
});
afterEach(() => vi.unstubAllEnvs());

test('the first 20 requests of a minute in a process ask nothing of the table', async () => {
  const admit = await aProcess();
  for (let n = 0; n < 20; n++) expect(admit(one, now)).toBeUndefined();
  expect(await limitItems()).toEqual([]);
});

test('beyond, a process asks once in fifty requests, and what it asks goes after an hour', async () => {
  vi.stubEnv('USER_REQUESTS_PER_MINUTE', '100000');
  const admit = await aProcess();
  let asked = 0;
  for (let n = 0; n < 220; n++) {
    const lease = admit(one, now);
    if (lease) asked++;
    await lease;
  }
  expect(asked).toBe(4);
  const items = await limitItems();
  expect(items).toHaveLength(2); // the user's and the workspace's
  expect(items.map(({ expiresAt }) => expiresAt)).toEqual(
    Array(2).fill(Date.parse(`${minute}:00Z`) / 1000 + 3600),
  );
});

test('one process admits the limit and one request more, then answers 429 until the minute ends', async () => {
  const admit = await aProcess();
  expect(await admitted(admit, 500, now)).toBe(201);
  const refused = await Promise.resolve()
    .then(() => admit(one, now))
    .catch((error: unknown) => error);
  expect(refused).toMatchObject({ kind: 'rate_limited', more: { retryAfterS: 15 } });
  const next = new Date(Date.parse(now) + 60_000).toISOString();
  expect(await admitted(admit, 10, next)).toBe(10);
});

test('a refused flood costs no further write', async () => {
  const admit = await aProcess();
  await admitted(admit, 300, now);
  const before = await limitItems();
  await admitted(admit, 300, now);
  expect(await limitItems()).toEqual(before);
});

test('many processes admit no more than the limit and 20 each together', async () => {
  const processes = await Array.fromAsync(Array.from({ length: 5 }), aProcess);
  let sum = 0;
  for (let round = 0; round < 100; round++)
    for (const admit of processes) sum += await admitted(admit, 3, now);
  expect(sum).toBeLessThanOrEqual(200 + 5 * 20);
  expect(sum).toBeGreaterThanOrEqual(200 - 5 * 49);
  expect(sum).toBeGreaterThan(0);
});

test('one user’s flood stops no other, a key counts apart from its user, and a workspace apart from another', async () => {
  const admit = await aProcess();
  expect(await admitted(admit, 400, now)).toBe(201);
  const others = [
    { ...one, id: ben },
    { ...one, keyId: 'ky_1' },
    { ...one, workspaceId: globex },
  ];
  for (const other of others) expect(await admitted(admit, 150, now, other)).toBe(150);
});

test('a workspace has a limit over all of its users', async () => {
  vi.stubEnv('WORKSPACE_REQUESTS_PER_MINUTE', '300');
  const admit = await aProcess();
  const users = [ann, ben, 'us_3', 'us_4'].map((id) => ({ ...one, workspaceId: acme, id }));
  let sum = 0;
  for (const user of users) sum += await admitted(admit, 150, now, user);
  expect(sum).toBe(301);
});

test('a table that does not answer stops nobody', async () => {
  const admit = await aProcess();
  const table = process.env.TABLE_NAME;
  vi.stubEnv('TABLE_NAME', 'none');
  expect(await admitted(admit, 300, now)).toBe(300);
  vi.stubEnv('TABLE_NAME', table);
});

test('a limit of 0 is none', async () => {
  vi.stubEnv('USER_REQUESTS_PER_MINUTE', '0');
  vi.stubEnv('WORKSPACE_REQUESTS_PER_MINUTE', '0');
  const admit = await aProcess();
  for (let n = 0; n < 3000; n++) expect(admit(one, now)).toBeUndefined();
});

test('the API answers 429 in problem+json with when to come again, before the operation is run, and counts no public route', async () => {
  vi.stubEnv('USER_REQUESTS_PER_MINUTE', '30');
  const get = () => call(things, getThingRoute, { params: { id: 'th_1' }, now });
  const answers = [];
  for (let n = 0; n < 40; n++) answers.push((await get()).status);
  expect(answers).toEqual([...Array(31).fill(200), ...Array(9).fill(429)]);
  calls.splice(0);
  const refused = await get();
  expect(refused.headers).toMatchObject({
    'content-type': 'application/problem+json',
    'retry-after': '15',
  });
  expect([refused.body.code, calls]).toEqual(['rate_limited', []]);
  for (let n = 0; n < 40; n++) {
    const { status } = await call(things, publicThingRoute, { body: { fails: 'taken' }, now });
    expect(status).toBe(409);
  }
});

test('a refused credential and a missing right cost the table nothing, however many come', async () => {
  vi.stubEnv('USER_REQUESTS_PER_MINUTE', '30');
  for (let n = 0; n < 60; n++) {
    const refused = await call(things, patchThingRoute, {
      params: { id: 'x' },
      now,
      refused: 'token_invalid',
    });
    const forbidden = await call(things, patchThingRoute, {
      params: { id: 'x' },
      now,
      role: 'support',
      body: {},
    });
    expect([refused.status, forbidden.status]).toEqual([401, 403]);
    expect(refused.headers['rapport-capacity']).toBe('requests=0; read=0; write=0');
  }
  expect(await limitItems()).toEqual([]);
});

import { afterEach, describe, expect, test } from 'vitest';
import {
  type ClientSettings,
  createClient,
  RapportError,
  updateFresh,
} from '../../../web/client/src/index.ts';
import { type Manner, type Seen, startRoughServer } from '../../helpers/rough-server.ts';

const contactId = 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';
const contact = { id: contactId, version: 3 };
const ok: Manner = { status: 200, body: contact };
const busy: Manner = { status: 503, headers: { 'retry-after': '0' }, body: { code: 'busy' } };
const quick = { firstMs: 1, longestMs: 2_000 };

const stops: (() => unknown)[] = [];
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())));

/** A client of a server that answers in these manners one after the other, and with the last from then on. */
async function against(
  manners: Manner[] | ((seen: Seen, nth: number) => Manner),
  more: Partial<ClientSettings> = {},
) {
  const treat =
    typeof manners === 'function'
      ? manners
      : (_: Seen, nth: number) => manners[Math.min(nth, manners.length) - 1] ?? ok;
  const server = await startRoughServer(treat);
  stops.push(server.stop);
  const client = createClient({
    baseUrl: server.url,
    token: 'rpk_one',
    retries: quick,
    timeoutMs: 500,
    ...more,
  });
  return { client, seen: server.seen };
}
const refused = async (asked: Promise<unknown>): Promise<RapportError> => {
  const error = await asked.catch((reason: unknown) => reason);
  if (error instanceof RapportError) return error;
  throw new Error(`Was not refused but ${JSON.stringify(error)}`);
};

describe('a request', () => {
  test('goes to the operation’s path with its parameters, query, body and credential', async () => {
    const { client, seen } = await against([ok], { workspace: 'ws_1' });
    await client.patchContact({ path: { contactId }, body: { firstName: 'Ada' } }, { ifMatch: contact });
    await client.listContacts({ query: { limit: 5, sort: 'name', cursor: undefined } });
    expect(seen[0]).toMatchObject({
      method: 'PATCH',
      url: `/v1/contacts/${contactId}`,
      body: '{"firstName":"Ada"}',
      headers: { authorization: 'Bearer rpk_one', 'if-match': '"3"', 'rapport-workspace': 'ws_1' },
    });
    expect(seen[1]).toMatchObject({ method: 'GET', url: '/v1/contacts?limit=5&sort=name', body: '' });
  });
  test('writes no value of a parameter into the path as it is', async () => {
    const { client, seen } = await against([ok]);
    await client.getContact({ path: { contactId: '../users/me?x=1' } });
    expect(seen[0]?.url).toBe('/v1/contacts/..%2Fusers%2Fme%3Fx%3D1');
    await expect(client.getContact({ path: { contactId: '' } })).rejects.toThrow(TypeError);
  });
});

describe('what is repeated', () => {
  test.each<[string, Manner]>([
    ['a connection that is reset', 'reset'],
    ['an answer that breaks off', 'break off'],
    ['a server that hangs', 'hang'],
    ['503 with Retry-After', busy],
    ['502', { status: 502, body: { message: 'Bad gateway' } }],
    ['504', { status: 504 }],
    ['429', { status: 429, headers: { 'retry-after': '0' } }],
  ])('after %s: a POST with the key that it had, so that it is one write', async (_, manner) => {
    const { client, seen } = await against([manner, manner, { status: 201, body: contact }]);
    expect(await client.createContact({ body: { firstName: 'Ada' } })).toEqual(contact);
    expect(seen).toHaveLength(3);
    expect(seen[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });
  test('two POSTs have two keys; one that is given is kept', async () => {
    const { client, seen } = await against([ok]);
    await client.createContact({ body: {} });
    await client.createContact({ body: {} });
    await client.createContact({ body: {} }, { idempotencyKey: 'order-7' });
    expect(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(3);
    expect(seen[2]?.headers['idempotency-key']).toBe('order-7');
  });
  test('not a PATCH whose answer got lost, which may have been done, but one that was refused as one too many', async () => {
    const patch = (client: Awaited<ReturnType<typeof against>>['client']) =>
      client.patchContact({ path: { contactId }, body: {} });
    const lost = await against(['reset', ok]);
    expect(await refused(patch(lost.client))).toMatchObject({ status: 0, code: 'network' });
    const many = await against([{ status: 429, headers: { 'retry-after': '0' } }, ok]);
    expect(await patch(many.client)).toEqual(contact);
  });
  test('not a POST that takes no key', async () => {
    const { client, seen } = await against([busy, ok]);
    const asked = client.submitForm({ path: { formKey: 'fk_1' }, body: {} });
    expect(await refused(asked)).toMatchObject({ status: 503, code: 'busy', retryAfterS: 0 });
    expect(seen).toHaveLength(1);
  });
  test('a deletion whose answer got lost is done when nothing is found any more', async () => {
    const gone: Manner = { status: 404, body: { code: 'team_not_found' } };
    const path = { teamId: 'tm_1' };
    const { client } = await against(['reset', gone]);
    await client.deleteTeam({ path });
    const never = await against([gone]);
    expect((await refused(never.client.deleteTeam({ path }))).code).toBe('team_not_found');
  });
  test('is given up after as many times as are allowed, or when the wait would be too long', async () => {
    const { client, seen } = await against([busy], { retries: { ...quick, most: 2 } });
    expect((await refused(client.getMe())).status).toBe(503);
    expect(seen).toHaveLength(3);
    const long = await against([{ status: 503, headers: { 'retry-after': '60' } }]);
    expect(await refused(long.client.getMe())).toMatchObject({ retryAfterS: 60 });
    expect(long.seen).toHaveLength(1);
  });
  test('ends at once when the caller gives up, while it waits and while it is asked', async () => {
    const stop = new AbortController();
    const { client, seen } = await against((_, nth) => {
      if (nth === 1) setTimeout(() => stop.abort(new Error('enough')), 20);
      return { status: 503, headers: { 'retry-after': '2' } };
    });
    await expect(client.getMe({}, { signal: stop.signal })).rejects.toThrow('enough');
    expect(seen).toHaveLength(1);
    const hung = await against(['hang'], { timeoutMs: 30_000 });
    const soon = { signal: AbortSignal.timeout(30) };
    await expect(hung.client.getMe({}, soon)).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

describe('a credential', () => {
  const expired: Manner = { status: 401, body: { code: 'token_expired' } };
  const onlyNew = ({ headers }: Seen): Manner => (headers.authorization === 'Bearer new' ? ok : expired);
  test('that is refused is asked for anew, once for all that are refused at a time, and kept', async () => {
    const asked: boolean[] = [];
    const token = async ({ refresh }: { refresh: boolean }) => {
      asked.push(refresh);
      return refresh ? 'new' : 'old';
    };
    const { client } = await against(onlyNew, { token });
    await Promise.all([client.getMe(), client.listTeams(), client.createContact({ body: {} })]);
    await client.getMe();
    expect(asked).toEqual([false, true]);
  });
  test('that is refused again is an error, and so is a key, which cannot be renewed', async () => {
    const stale = await against([expired], { token: ({ refresh }) => (refresh ? 'other' : 'old') });
    expect((await refused(stale.client.getMe())).code).toBe('token_expired');
    expect(stale.seen).toHaveLength(2);
    const key = await against([expired]);
    expect((await refused(key.client.getMe())).status).toBe(401);
    expect(key.seen).toHaveLength(1);
  });
  test('that cannot be had is not asked of for ever', async () => {
    let times = 0;
    const token = () => {
      times += 1;
      if (times === 1) throw new Error('signed out');
      return 'new';
    };
    const { client } = await against(onlyNew, { token });
    await expect(client.getMe()).rejects.toThrow('signed out');
    await client.getMe();
  });
});

test('an error has all that the problem says, and the gateway’s own has its status and words', async () => {
  const problem = {
    type: '/docs#email_taken',
    title: 'Email taken',
    status: 409,
    code: 'email_taken',
    detail: 'Another contact has it.',
    requestId: 'r1',
    existingId: contactId,
    errors: [{ pointer: '/emails/0', code: 'email_taken', detail: 'It is taken.' }],
  };
  const { client } = await against([
    { status: 409, headers: { 'content-type': 'application/problem+json' }, body: problem },
    { status: 413, headers: { 'apigw-requestid': 'r2' }, body: { message: 'Request Entity Too Large' } },
  ]);
  const error = await refused(client.createContact({ body: {} }));
  const { type: _, title: __, ...facts } = problem;
  expect(error).toMatchObject(facts);
  expect(error.message).toContain('POST /v1/contacts: 409 email_taken Another contact has it.');
  expect(await refused(client.createContact({ body: {} }))).toMatchObject({
    status: 413,
    code: 'http_413',
    detail: 'Request Entity Too Large',
    requestId: 'r2',
  });
});

describe('a list', () => {
  const pages = ({ url }: Seen): Manner => {
    const cursor = Number(new URL(url, 'http://x').searchParams.get('cursor') ?? 0);
    const items = [{ id: `${cursor * 2}` }, { id: `${cursor * 2 + 1}` }];
    return { status: 200, body: cursor < 3 ? { items, cursor: `${cursor + 1}` } : { items: [] } };
  };
  const take = async (items: AsyncIterable<{ id: string }>, most = 99) => {
    const ids: string[] = [];
    for await (const { id } of items) {
      ids.push(id);
      if (ids.length === most) break;
    }
    return ids.join('');
  };
  test('is read to its end, in order, however its pages fail now and then', async () => {
    const { client } = await against((seen, nth) => (nth % 2 === 1 ? busy : pages(seen)));
    expect(await take(client.all('listContacts', { query: { limit: 2 } }))).toBe('012345');
  });
  test('asks for no page that nobody reads', async () => {
    const { client, seen } = await against(pages);
    expect(await take(client.all('listContacts'), 2)).toBe('01');
    expect(seen).toHaveLength(1);
  });
  test('goes on from a page’s cursor', async () => {
    const { client } = await against(pages);
    const { value } = await client.pages('listContacts').next();
    const cursor = value?.cursor ?? '';
    expect(await take(client.all('listContacts', { query: { cursor } }))).toBe('2345');
  });
  test('throws what a page is refused with, after what came before it', async () => {
    const forbidden: Manner = { status: 403, body: { code: 'permission_missing' } };
    const { client } = await against((seen, nth) => (nth === 2 ? forbidden : pages(seen)));
    const ids: string[] = [];
    const reading = (async () => {
      for await (const { id } of client.all('listContacts')) ids.push(id);
    })();
    expect((await refused(reading)).code).toBe('permission_missing');
    expect(ids).toEqual(['0', '1']);
  });
});

test('a change is decided anew on what others have written in between', async () => {
  let version = 3;
  const { client } = await against(({ method, headers }) => {
    if (method === 'GET') return { status: 200, body: { ...contact, version: version++ } };
    return headers['if-match'] === '"5"' ? ok : { status: 412, body: { code: 'version_mismatch' } };
  });
  const path = { contactId };
  const read = () => client.getContact({ path });
  const changed = await updateFresh(read, (current) =>
    client.patchContact({ path, body: { firstName: 'Ada' } }, { ifMatch: current }),
  );
  expect(changed).toEqual(contact);
  const never = updateFresh(
    read,
    (current) => client.patchContact({ path, body: {} }, { ifMatch: current }),
    2,
  );
  expect((await refused(never)).code).toBe('version_mismatch');
});

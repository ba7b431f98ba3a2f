import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Client, clientOf, type Json } from '../helpers/client.ts';
import { type LocalCloud, startLocalCloud } from '../helpers/local-cloud.ts';

let cloud: LocalCloud;
let admin: Client;
let deals: Json[];
let stages: string[];
const rep = 'rep@acme.test';
beforeAll(async () => {
  cloud = await startLocalCloud();
  await cloud.idle();
  admin = await clientOf(cloud);
  const { items } = await admin.get('/v1/pipelines');
  stages = items[0].stages.filter(({ kind }: Json) => kind === 'open').map(({ id }: Json) => id);
  const users = await admin.all('/v1/users');
  const idOf = (address: string) => users.find(({ email }: Json) => email === address).id;
  const { id: contactId } = await admin.post('/v1/contacts', { lastName: 'Brook' });
  const owners = [...Array.from({ length: 10 }, () => idOf(rep)), idOf('admin@acme.test')];
  const asked = owners.map((ownerId, n) =>
    admin.post('/v1/deals', { name: `Deal ${n}`, contactId, ownerId }),
  );
  deals = await Promise.all(asked);
  await cloud.idle();
});
afterAll(async () => {
  for (const socket of sockets) socket.terminate();
  const dead = Object.entries(await cloud.deadLetters()).filter(([, count]) => count > 0);
  await cloud.stop();
  expect(dead).toEqual([]);
});

type Told = { record: { id: string }; type: string; version: number };
const sockets: WebSocket[] = [];
const ticketOf = async (email: string) => (await clientOf(cloud, email)).post('/v1/live/tickets');

/** Somebody's open connection, and what has come over it, each with the moment. */
async function connected(email: string, url?: string) {
  const socket = new WebSocket(url ?? (await ticketOf(email)).url);
  sockets.push(socket);
  const heard: { atMs: number; message: Json }[] = [];
  socket.on('message', (data) => heard.push({ atMs: performance.now(), message: JSON.parse(String(data)) }));
  const closed = once(socket, 'close');
  await once(socket, 'open');
  const told = (): (Told & { atMs: number })[] =>
    heard.flatMap(({ atMs, message }) =>
      (message.changes ?? []).map((change: Told) => ({ ...change, atMs })),
    );
  return { socket, heard, closed, told };
}
/** Why a handshake is refused. */
async function refused(url: string): Promise<string> {
  const socket = new WebSocket(url);
  sockets.push(socket);
  const [error] = (await once(socket, 'error')) as [Error];
  return error.message;
}

async function move(deal: Json): Promise<Json> {
  const { stageId } = await admin.get(`/v1/deals/${deal.id}`);
  return admin.post(`/v1/deals/${deal.id}/move`, { stageId: stages.find((stage) => stage !== stageId) });
}
const isOf = (moved: Json) => (one: Told) => one.record.id === moved.id && one.version === moved.version;

describe('two who are connected', () => {
  it('hear of each other’s move within a second, by ids and a version alone', async () => {
    const [manager, owner] = [await connected('manager@acme.test'), await connected(rep)];
    const { id } = await (await clientOf(cloud, rep)).get('/v1/users/me');
    const theirs = deals.filter(({ ownerId }) => ownerId === id);
    await move(theirs[0]); // the functions' first run is not of a connection's making
    await cloud.idle();
    const tookMs: number[] = [];
    for (const deal of theirs) {
      const startedMs = performance.now();
      const moved = await move(deal);
      for (const { told } of [manager, owner]) {
        await expect.poll(() => told().find(isOf(moved)), { timeout: 30_000, interval: 5 }).toBeDefined();
        tookMs.push((told().find(isOf(moved))?.atMs ?? 0) - startedMs);
      }
      expect(owner.told().find(isOf(moved))).toEqual({
        type: 'deal.moved',
        record: { kind: 'deal', id: deal.id },
        version: moved.version,
        at: expect.any(String),
        atMs: expect.any(Number),
      });
    }
    const median = tookMs.toSorted((a, b) => a - b)[Math.floor(tookMs.length / 2)];
    process.stdout.write(
      `A move is heard of after ${Math.round(median ?? 0)} ms (median of ${tookMs.length})\n`,
    );
    expect(median).toBeLessThan(1000);
  });

  it('hear of what they may see: a rep not of another team’s deal, which a manager of all hears of', async () => {
    const reps = await clientOf(cloud, rep);
    const seen = new Set((await reps.all('/v1/deals')).map(({ id }: Json) => id));
    const hidden = deals.find(({ id }) => !seen.has(id));
    const shown = deals.find(({ id }) => seen.has(id));
    const [all, own] = [await connected('admin@acme.test'), await connected(rep)];
    const [out, within] = [await move(hidden), await move(shown)];
    await expect.poll(() => all.told().some(isOf(out)), { timeout: 30_000 }).toBe(true);
    await expect.poll(() => own.told().some(isOf(within)), { timeout: 30_000 }).toBe(true);
    await cloud.idle();
    expect(own.told().filter(({ record }) => record.id === out.id)).toEqual([]);
  });
});

describe('a ticket', () => {
  it('opens one connection', async () => {
    const { url } = await ticketOf(rep);
    await connected(rep, url);
    expect(await refused(url)).toContain('401');
  });

  it('is answered where it is asked for, and a connection without one is refused', async () => {
    const { url } = await ticketOf(rep);
    expect(new URL(url).host).toBe(new URL(cloud.url).host);
    expect(await refused(url.replace(/ticket=.*/, 'ticket=x'))).toContain('401');
    expect(await refused(url.replace(/\?.*/, ''))).toContain('401');
  });
});

describe('a connection', () => {
  it('answers a ping', async () => {
    const { socket, heard } = await connected(rep);
    socket.send('{"action":"ping"}');
    await expect
      .poll(() => heard.map(({ message }) => message), { timeout: 30_000 })
      .toContainEqual({
        action: 'pong',
      });
  });

  it('ends within a minute of its sign-in, though it says nothing, and its client is told why', async () => {
    const client = await clientOf(cloud, 'support@acme.test');
    const { heard, closed } = await connected('', (await client.post('/v1/live/tickets')).url);
    const startedMs = performance.now();
    await client.delete('/v1/sessions/current');
    await closed;
    expect(performance.now() - startedMs).toBeLessThan(60_000);
    expect(heard.at(-1)?.message).toEqual({ action: 'bye', reason: 'signed_out' });
  });

  it('ends within a minute of its user’s being shut out, and of nobody else’s', async () => {
    const [gone, stays] = [await connected('rep2@acme.test'), await connected(rep)];
    const users = await admin.all('/v1/users');
    const [rep2, repId] = ['rep2@', 'rep@'].map(
      (name) => users.find(({ email }: Json) => email.startsWith(name)).id,
    );
    const startedMs = performance.now();
    await admin.post(`/v1/users/${rep2}/deactivate`, { reassignTo: repId });
    await gone.closed;
    expect(performance.now() - startedMs).toBeLessThan(60_000);
    expect(gone.heard.at(-1)?.message).toMatchObject({ action: 'bye' });
    expect(stays.socket.readyState).toBe(WebSocket.OPEN);
  });

  it('that a power cut ended is forgotten, and the next one hears again', async () => {
    await cloud.restart();
    await cloud.idle();
    const { told } = await connected(rep);
    const { id } = await (await clientOf(cloud, rep)).get('/v1/users/me');
    const moved = await move(deals.find(({ ownerId }) => ownerId === id));
    await expect.poll(() => told().some(isOf(moved)), { timeout: 30_000 }).toBe(true);
  });
});

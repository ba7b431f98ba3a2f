import { beforeAll, beforeEach, expect, test } from 'vitest';
import { handler } from '../../../functions/live/api.ts';
import { connectionsOf } from '../../../shared/live/connection-store.ts';
import { createLiveTicketRoute } from '../../../shared/live/live-routes.ts';
import { acme, ann, ben, globex } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { readAll, useTable } from '../../helpers/dynamo.ts';
import { aConnection, aTicket, connect, ended, signIn, toldTo, useGateway } from './live-world.ts';

beforeAll(useTable);
beforeEach(async () => {
  useGateway();
  await signIn(ann, ['admin'], [acme, globex]);
});

const later = (seconds: number) => Date.now() + seconds * 1000;

test('a ticket lets in one, however many show it at once, and nobody after that', async () => {
  const { ticket } = await aTicket();
  const shown = await Promise.all(Array.from({ length: 10 }, () => connect(ticket)));
  expect(shown.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(9).fill(401)]);
  expect((await connect(ticket)).statusCode).toBe(401);
});

test('a ticket is good for thirty seconds, whether or not the table has cleared it away', async () => {
  const now = Math.floor(Date.now() / 1000) * 1000;
  const { ticket, expiresAt } = await aTicket(ann, new Date(now).toISOString());
  expect(Date.parse(expiresAt) - now).toBe(30_000);
  expect((await connect(ticket, now + 30_000)).statusCode).toBe(401);
  expect((await connect(ticket, now + 29_999)).statusCode).toBe(200);
});

test('no ticket, an empty one and a made-up one let nobody in', async () => {
  for (const ticket of [undefined, '', 'x', 'x'.repeat(5000)])
    expect((await connect(ticket)).statusCode).toBe(401);
});

test('a ticket is in its answer alone: the table has its hash', async () => {
  const { ticket, url } = await aTicket();
  expect(url).toBe(`wss://live.test/live?ticket=${ticket}`);
  expect(ticket.length).toBeGreaterThanOrEqual(43);
  expect(JSON.stringify(await Array.fromAsync(readAll()))).not.toContain(ticket);
});

test('each request makes another, also with the same Idempotency-Key, and no answer is kept', async () => {
  const asked = { body: {}, headers: { 'idempotency-key': 'once' } };
  const [first, again] = [
    await call(handler, createLiveTicketRoute, asked),
    await call(handler, createLiveTicketRoute, asked),
  ];
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body.ticket).not.toBe(first.body.ticket);
  const all = await Array.fromAsync(readAll());
  expect(all.filter(({ sk }) => sk === 'ONCE')).toEqual([]);
});

test('an API key gets none', async () => {
  const answer = await call(handler, createLiveTicketRoute, { body: {}, keyId: 'ky_1', cap: ['admin'] });
  expect(answer).toMatchObject({ status: 403, body: { code: 'needs_session' } });
});

test('a connection is of the workspace that its ticket was asked for', async () => {
  const id = await aConnection(ann, 0, globex);
  const idsOf = async (workspaceId: string) =>
    (await connectionsOf(workspaceId)).map(({ connectionId }) => connectionId);
  expect(await idsOf(globex)).toEqual([id]);
  expect(await idsOf(acme)).not.toContain(id);
});

test('a user has twenty connections: the oldest ends for the next, and its client is told why', async () => {
  await signIn(ben, ['rep']);
  const ids: string[] = [];
  for (let n = 0; n < 21; n++) ids.push(await aConnection(ben, 600_000 - n * 1000));
  const [oldest = '', ...others] = ids;
  expect(ended).toEqual([oldest]);
  expect(toldTo(oldest)).toEqual([{ action: 'bye', reason: 'too_many_connections' }]);
  const kept = (await connectionsOf(acme)).filter(({ userId }) => userId === ben);
  expect(kept.map(({ connectionId }) => connectionId)).toEqual(others);
});

test('who was shut out between ticket and connection is not let in, and nothing is kept of them', async () => {
  const { ticket } = await aTicket(ann);
  await signIn(ann, ['admin'], [globex]);
  const { id, statusCode } = await connect(ticket, later(1));
  expect(statusCode).toBe(403);
  expect((await connectionsOf(acme)).map(({ connectionId }) => connectionId)).not.toContain(id);
});

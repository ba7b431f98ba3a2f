import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, clientOf, type Json } from '../helpers/client.ts';
import { type LocalCloud, startLocalCloud } from '../helpers/local-cloud.ts';

let cloud: LocalCloud;
let admin: Client;
beforeAll(async () => {
  cloud = await startLocalCloud();
  admin = await clientOf(cloud);
});
afterAll(async () => {
  const dead = Object.entries(await cloud.deadLetters()).filter(([, count]) => count > 0);
  await cloud.stop();
  expect(dead).toEqual([]);
});

it('a change is in the log a moment later: by record, by actor and by time, with its place and its values', async () => {
  const before = await admin.post('/v1/contacts', { firstName: 'Ada', jobTitle: 'Clerk' });
  const after = await admin.patch(`/v1/contacts/${before.id}`, { jobTitle: 'Head' });
  await cloud.idle();
  const line = {
    action: 'record.updated',
    from: '127.0.0.1',
    record: { kind: 'contact', id: before.id, version: 2 },
    changes: { jobTitle: { before: 'Clerk', after: 'Head' } },
  };
  const byRecord = await admin.get(`/v1/audit?recordId=${before.id}`);
  expect(byRecord.items).toMatchObject([line, { action: 'record.created' }]);
  const actor = byRecord.items[0].actor.id;
  expect((await admin.get(`/v1/audit?actorId=${actor}`)).items).toContainEqual(byRecord.items[0]);
  expect((await admin.get('/v1/audit?limit=100')).items).toContainEqual(byRecord.items[0]);
  const then = await admin.get(`/v1/contacts/${before.id}?asOf=${before.updatedAt}`);
  expect(then).toEqual({ ...before, asOf: before.updatedAt });
  expect(after.jobTitle).toBe('Head');
});

it('a process that is killed loses no line of what was acknowledged, and writes none twice', async () => {
  const made: Json[] = [];
  for (let n = 0; n < 5; n++) made.push(await admin.post('/v1/contacts', { firstName: `Eve ${n}` }));
  const acknowledged = new Map<string, number>();
  const work = made.map(async ({ id }) => {
    for (let n = 0; n < 12; n++) {
      const { version } = await admin.patch(`/v1/contacts/${id}`, { jobTitle: `Job ${n}` });
      acknowledged.set(id, version);
    }
  });
  const all = Promise.allSettled(work);
  while ([...acknowledged.values()].reduce((a, b) => a + b, 0) < 20)
    await new Promise((resolve) => setTimeout(resolve, 5));
  await cloud.kill();
  await all;
  await cloud.restart();
  await cloud.idle();
  admin = await clientOf(cloud);
  for (const { id } of made) {
    const { version } = await admin.get(`/v1/contacts/${id}`);
    expect(version).toBeGreaterThanOrEqual(acknowledged.get(id) ?? 1);
    const { items } = await admin.get(`/v1/contacts/${id}/history?limit=100`);
    const versions = items.map((one: Json) => one.version).sort((a: number, b: number) => a - b);
    expect(versions).toEqual(Array.from({ length: version }, (_, n) => n + 1));
  }
});

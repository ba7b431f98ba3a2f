import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, clientOf, type Json } from '../helpers/client.ts';
import { type LocalCloud, startLocalCloud } from '../helpers/local-cloud.ts';

let cloud: LocalCloud;
let admin: Client;
let people: Record<string, string>;

beforeAll(async () => {
  cloud = await startLocalCloud();
  await cloud.idle();
  admin = await clientOf(cloud);
  people = Object.fromEntries(
    (await admin.all('/v1/users')).map(({ email, id }: Json) => [email.split('@')[0], id]),
  );
  await Promise.all([
    ...Array.from({ length: 10 }, (_, n) => openWork(n, people.rep)),
    ...Array.from({ length: 2 }, (_, n) => openWork(10 + n, people.rep2)),
  ]);
  await cloud.idle();
});
/** A contact, a deal with them and a task of both. */
async function openWork(n: number, ownerId: string | undefined): Promise<void> {
  const { id: contactId } = await admin.post('/v1/contacts', { lastName: `Person ${n}`, ownerId });
  const { id: dealId } = await admin.post('/v1/deals', { name: `Deal ${n}`, contactId, ownerId });
  await admin.post('/v1/tasks', { title: `Call ${n}`, dueOn: '2030-01-01', contactId, dealId, ownerId });
}
afterAll(async () => {
  const dead = Object.entries(await cloud.deadLetters()).filter(([, count]) => count > 0);
  await cloud.stop();
  expect(dead).toEqual([]);
});

const openOf = async (userId: string) => {
  const [contacts, deals, tasks] = await Promise.all([
    admin.all(`/v1/contacts?ownerId=${userId}`),
    admin.all(`/v1/deals?ownerId=${userId}`),
    admin.all(`/v1/tasks?ownerId=${userId}&status=open`),
  ]);
  return [...contacts, ...deals.filter(({ status }: Json) => status === 'open'), ...tasks].map(
    ({ id }: Json) => id,
  );
};
/** What the API says to a token; the gateway keeps an answer of the authorizer for half a minute. */
const statusOf = async (token: string) =>
  (await fetch(`${cloud.url}/v1/users/me`, { headers: { authorization: `Bearer ${token}` } })).status;

it('somebody who is deactivated is shut out, and all that they had open is another’s, over a power cut', async () => {
  const { rep = '', rep2 = '' } = people;
  const [theirs, others] = [await openOf(rep), await openOf(rep2)];
  expect(theirs).toHaveLength(30);
  const token = await cloud.token('rep@acme.test');
  expect(await statusOf(token)).toBe(200);

  await admin.post(`/v1/users/${rep}/deactivate`, { reassignTo: rep2 });
  await cloud.restart();
  // Within a minute of the cloud's being there again; how long it takes to start is the machine's affair.
  await expect.poll(() => statusOf(token), { timeout: 60_000, interval: 1000 }).toBe(401);
  await cloud.idle();

  const { reassignment, status } = await admin.get(`/v1/users/${rep}`);
  expect({ reassignment, status }).toEqual({
    status: 'deactivated',
    reassignment: { to: rep2, moved: theirs.length, done: true },
  });
  expect(await openOf(rep)).toEqual([]);
  expect((await openOf(rep2)).sort()).toEqual([...theirs, ...others].sort());
  const teams = await admin.all('/v1/teams');
  expect(teams.find(({ name }: Json) => name === 'Sales')?.memberIds).toEqual([rep2]);
  await expect(cloud.token('rep@acme.test')).rejects.toThrow();
});

it('who is let in again may sign in, and sees their team no more', async () => {
  await admin.post(`/v1/users/${people.rep}/reactivate`);
  const rep = await clientOf(cloud, 'rep@acme.test');
  expect(await rep.get('/v1/users/me')).toMatchObject({ status: 'active', teamIds: [], roles: ['rep'] });
});

it('who is invited gets a mail, signs in, and is active from then on', async () => {
  const email = 'nora@acme.test';
  const invited = await admin.post('/v1/users', { email, name: 'Nora', roles: ['support'] });
  expect(invited.status).toBe('invited');
  expect((await cloud.mail()).filter(({ to }) => to.includes(email))).toHaveLength(1);
  const nora = await clientOf(cloud, email);
  expect(await nora.get('/v1/users/me')).toMatchObject({ id: invited.id, status: 'active' });
});

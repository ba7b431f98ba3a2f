import { afterAll, beforeAll, expect, it } from 'vitest';
import { pause } from '../../shared/platform/pause.ts';
import { type Client, clientOf, type Json } from '../helpers/client.ts';
import { type LocalCloud, startLocalCloud } from '../helpers/local-cloud.ts';
import { isFullStorm, storming, stormSize } from '../helpers/storm.ts';

const size = stormSize(5000);
const mailed = stormSize(2000);
const kills = stormSize(20);
/** Until all runs have come to their end. */
const patienceS = isFullStorm ? 1800 : 280;
let cloud: LocalCloud;
let admin: Client;
let ruleId: string;

beforeAll(async () => {
  cloud = await startLocalCloud({ env: storming });
  admin = await clientOf(cloud);
  const text = 'Hello {{contact.lastName}}, you are number {{contact.firstName}}.';
  const template = await admin.post('/v1/templates', { name: 'Storm', subject: 'Hello', text });
  const trigger = { on: 'event', events: ['contact.created'] };
  const mail = { id: 'mail', do: 'send_mail', template: { id: template.id } };
  const steps = [
    { id: 'tag', do: 'add_tag', tag: 'seen' },
    { id: 'task', do: 'create_task', title: 'Call {{contact.lastName}}', dueInDays: 0 },
    { id: 'ask', do: 'branch', if: { tags: 'to be mailed' }, yes: [mail] },
  ];
  const rule = await admin.post('/v1/rules', { name: 'Storm', draft: { trigger, steps } });
  ruleId = rule.id;
  await admin.post(`/v1/rules/${ruleId}/publish`);
});
afterAll(() => cloud.stop());

it('a rule reacts within two seconds', async () => {
  const trigger = { on: 'event', events: ['company.created'] };
  const steps = [{ id: 'tag', do: 'add_tag', tag: 'seen' }];
  const { id } = await admin.post('/v1/rules', { name: 'Quick', draft: { trigger, steps } });
  await admin.post(`/v1/rules/${id}/publish`);
  const tookMs: number[] = [];
  for (let n = 0; n < 5; n++) {
    const startedMs = performance.now();
    const company = await admin.post('/v1/companies', { name: `Company ${n}` });
    const tagsOf = async () => (await admin.get(`/v1/companies/${company.id}`)).tags;
    await expect.poll(tagsOf, { timeout: 60_000, interval: 20 }).toEqual(['seen']);
    tookMs.push(performance.now() - startedMs);
  }
  const median = tookMs.toSorted((a, b) => a - b)[2] ?? 0;
  process.stdout.write(`A rule reacts after ${Math.round(median)} ms (median of ${tookMs.length})\n`);
  expect(median).toBeLessThan(2000);
});

const addressOf = (n: number) => `storm${n}@example.com`;
const person = (n: number) => ({
  firstName: String(n),
  lastName: `Person ${n}`,
  emails: [{ address: addressOf(n) }],
  tags: n < mailed ? ['to be mailed'] : [],
});
/** Makes people, twenty at a time; who is there already is there. */
async function makePeople(): Promise<void> {
  for (let n = 0; n < size; n += 20) {
    const items = Array.from({ length: Math.min(20, size - n) }, (_, i) => person(n + i));
    await admin.post('/v1/contacts/batch/create', { items });
  }
}
/** Kills the cloud at some moment of the work that is left, so many times. */
async function kill(): Promise<void> {
  for (let nth = 1; nth <= kills; nth++) {
    const share = (mailed * nth) / (kills + 1);
    while ((await cloud.mail()).length < share) await pause(20);
    await pause(Math.random() * 50);
    await cloud.restart();
  }
}
const runs = (): Promise<Json[]> => admin.all(`/v1/rules/${ruleId}/runs`);

it(`${size} people begin a rule, and the cloud is killed ${kills} times meanwhile: each step of each run is done once`, async () => {
  await makePeople();
  await kill();
  await cloud.idle(patienceS);
  const contacts = await admin.all('/v1/contacts');
  expect(contacts.map(({ emails }) => emails[0].address).sort()).toEqual(
    Array.from({ length: size }, (_, n) => addressOf(n)).sort(),
  );
  expect(contacts.filter(({ tags, version }) => !tags.includes('seen') || version !== 2)).toEqual([]);
  const tasks = await admin.all('/v1/tasks?ownerId=none');
  expect(tasks.map(({ title }) => title).sort()).toEqual(
    contacts.map(({ lastName }) => `Call ${lastName}`).sort(),
  );
  const all = await runs();
  expect(all.map(({ recordId }) => recordId).sort()).toEqual(contacts.map(({ id }) => id).sort());
  expect(all.filter(({ status }) => status !== 'done')).toEqual([]);
});

it('whoever was to be mailed was once at most, and a mail of which nobody knows whether it left is listed', async () => {
  const recipients = (await cloud.mail()).map(({ to }) => to[0]);
  expect(recipients).toHaveLength(new Set(recipients).size);
  const [sent = [], doubtful = []] = await Promise.all(
    ['sent', 'doubtful'].map((status) => admin.all(`/v1/mail/outbound?status=${status}`)),
  );
  expect(sent.length + doubtful.length).toBe(mailed);
  const given = new Set(recipients);
  expect(sent.filter(({ to }) => !given.has(to))).toEqual([]);
  expect(Object.values(await cloud.deadLetters()).filter((count) => count > 0)).toEqual([]);
});

import { spawnSync } from 'node:child_process';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, clientOf, type Json, rawMail, sendRaw } from '../helpers/client.ts';
import { send } from '../helpers/local-buckets.ts';
import { type LocalCloud, startLocalCloud } from '../helpers/local-cloud.ts';

let cloud: LocalCloud;
let admin: Client;
let form: Json;

beforeAll(async () => {
  cloud = await startLocalCloud();
  await cloud.idle(); // lists follow the seeded records a moment later
  admin = await clientOf(cloud);
  const template = await admin.post('/v1/templates', {
    name: 'Welcome',
    subject: 'Welcome, {{contact.firstName|friend}}',
    text: 'Hello {{contact.firstName|friend}}, thank you for writing to us.',
    marketing: false,
  });
  const users = await admin.all('/v1/users');
  form = await admin.post('/v1/forms', {
    name: 'Ask for a quote',
    fields: [
      { name: 'firstName', label: 'First name', target: 'firstName' },
      { name: 'email', label: 'E-mail', type: 'email', target: 'email', required: true },
      { name: 'message', label: 'Message', type: 'textarea', target: 'message' },
    ],
    owner: { userId: users.find(({ email }: Json) => email === 'rep@acme.test').id },
    opensDeal: {},
    welcomeTemplateId: template.id,
  });
});
afterAll(async () => {
  const dead = Object.entries(await cloud.deadLetters()).filter(([, count]) => count > 0);
  await cloud.stop();
  expect(dead).toEqual([]);
});

const submit = (body: object) =>
  fetch(`${cloud.url}/v1/forms/${form.formKey}/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const byEmail = async (email: string): Promise<Json> => {
  const { items } = await admin.get(`/v1/contacts?email=${encodeURIComponent(email)}`);
  expect(items).toHaveLength(1);
  return admin.get(`/v1/contacts/${items[0].id}`);
};
const kindsOf = ({ timeline }: Json) =>
  timeline.items
    .filter(({ type }: Json) => type === 'activity')
    .map(({ activity }: Json) => `${activity.kind} ${activity.direction ?? ''}`.trim());
const stage = async (id: string): Promise<Json> =>
  (await admin.get('/v1/board')).stages.find((one: Json) => one.id === id);
const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const mailTo = async (address: string) => (await cloud.mail()).filter(({ to }) => to.includes(address));

it('a visitor who posts a form is a lead, is thanked once, and stands in the pipeline', async () => {
  const body = { firstName: 'Ada', email: 'ada@example.com', message: 'How much is the large one?' };
  const answers = await Promise.all(Array.from({ length: 20 }, () => submit(body)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  await cloud.idle();

  const ada = await byEmail('ADA@example.com');
  expect(ada).toMatchObject({ firstName: 'Ada', lifecycle: 'lead' });
  expect(kindsOf(ada).sort()).toEqual(['email outbound', 'form_submission inbound']);
  const [welcome, ...more] = await mailTo('ada@example.com');
  expect(more).toEqual([]);
  expect(welcome).toMatchObject({ subject: 'Welcome, Ada' });
  const { count, cards } = await stage('new');
  expect(count).toBe(1);
  expect(cards[0]).toMatchObject({ contactId: ada.id });
});

it('the answer to the welcome mail joins its thread, whoever sends it, and makes no second lead', async () => {
  const before = (await admin.all('/v1/contacts')).length;
  const [welcome] = await mailTo('ada@example.com');
  const replyTo = /[\w.+-]+@[\w.-]+/.exec(welcome?.headers['reply-to'] ?? '')?.[0] ?? '';
  const headers = {
    From: 'Ada at home <ada@home.example>',
    To: replyTo,
    Subject: 'Re: Welcome, Ada',
    'Message-ID': '<reply-1@home.example>',
  };
  await sendRaw(
    cloud,
    rawMail(headers, 'The large one, please.\r\n\r\nOn Monday we wrote:\r\n> Hello Ada'),
    'ada@home.example',
    replyTo,
  );
  await cloud.idle();

  expect(await admin.all('/v1/contacts')).toHaveLength(before);
  const ada = await byEmail('ada@example.com');
  const reply = ada.timeline.items.find(({ activity }: Json) => activity?.direction === 'inbound');
  expect(reply.activity).toMatchObject({ kind: 'email', subject: 'Re: Welcome, Ada' });
  expect(reply.activity.text).toBe('The large one, please.');
});

it('who writes a mail is a lead too, is thanked and stands in the pipeline', async () => {
  const headers = {
    From: 'Grace Hopper <grace@example.com>',
    To: 'sales@in.acme.test',
    Subject: 'Two of them',
    'Message-ID': '<g1@example.com>',
  };
  await sendRaw(cloud, rawMail(headers, 'Please call me.'), 'grace@example.com', 'sales@in.acme.test');
  await cloud.idle();

  const grace = await byEmail('grace@example.com');
  expect(grace).toMatchObject({ firstName: 'Grace', lastName: 'Hopper', lifecycle: 'lead' });
  expect(kindsOf(grace).sort()).toEqual(['email inbound', 'email outbound']);
  expect(await mailTo('grace@example.com')).toHaveLength(1);
  expect((await stage('new')).cards.map(({ contactId }: Json) => contactId)).toContain(grace.id);
});

it('every mail that came in is accounted for', async () => {
  await sendRaw(
    cloud,
    rawMail({ From: 'x@example.com', To: 'nobody@in.acme.test', Subject: 'Lost' }, 'Hello?'),
    'x@example.com',
    'nobody@in.acme.test',
  );
  await expect(
    sendRaw(cloud, rawMail({ From: 'x@example.com' }, 'Hello?'), 'x@example.com', 'a@elsewhere.test'),
  ).rejects.toThrow(/550/);
  await cloud.idle();

  const { received, logged, skipped, failed } = await admin.get('/v1/mail/intake');
  expect(skipped).toMatchObject({ unknown_recipient: 1 });
  const skips = Object.values(skipped as Record<string, number>).reduce((sum, count) => sum + count, 0);
  expect(received).toBe(logged + skips + failed);
  expect(received).toBe(3);
});

it('a deal that nobody moves gets one task for its owner, who is told by mail, and the next only after something happened', async () => {
  const rep = await clientOf(cloud, 'rep@acme.test');
  const idleTasks = async () =>
    (await rep.all('/v1/tasks')).filter(({ origin }: Json) => origin === 'idle_deal');
  const sweep = async (days: number) => {
    expect(await cloud.schedule('sweep-due', later(days))).toMatchObject({ ok: true });
    await cloud.idle();
  };
  await sweep(1);
  expect(await idleTasks()).toEqual([]);

  await sweep(4);
  await sweep(4);
  const [task, ...others] = await idleTasks();
  expect(others).toEqual([]);
  expect(`${task.title} ${task.note}`).toMatch(/idle in New/);
  const told = (await mailTo('rep@acme.test')).filter(({ subject }) => subject.includes('idle in New'));
  expect(told).toHaveLength(1); // their agendas come besides

  await rep.post(`/v1/deals/${task.dealId}/move`, { stageId: 'contacted' });
  await cloud.idle();
  await sweep(6);
  expect(await idleTasks()).toHaveLength(1);
  await sweep(9);
  expect(await idleTasks()).toHaveLength(2);
});

it('what the OpenAPI document names is there, and what it does not name is a problem', async () => {
  const document = (await (await fetch(`${cloud.url}/openapi.json`)).json()) as Json;
  expect(document.openapi).toBe('3.1.0');
  expect((await fetch(`${cloud.url}/docs`)).headers.get('content-type')).toContain('text/html');
  const unknown = await fetch(`${cloud.url}/v1/nothing`);
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toMatchObject({ code: 'route_unknown' });
});

it('a file that is brought goes straight to its bucket, is read and tried out in the background', async () => {
  const file = Buffer.from('Vorname;Nachname;E-Mail\nKlara;Weiß;klara@example.com\n', 'latin1');
  const { id, upload } = await admin.post('/v1/imports', {
    kind: 'contact',
    name: 'Kontakte.csv',
    size: file.length,
  });
  expect((await send(upload, file)).status).toBe(200);
  await admin.post(`/v1/imports/${id}/read`, {});
  await cloud.idle();
  expect(await admin.get(`/v1/imports/${id}`)).toMatchObject({
    status: 'read',
    rows: 1,
    mapping: [{ field: 'firstName' }, { field: 'lastName' }, { field: 'email' }],
  });
  await admin.post(`/v1/imports/${id}/check`, {});
  await cloud.idle();
  expect(await admin.get(`/v1/imports/${id}`)).toMatchObject({ status: 'checked', check: { new: 1 } });
  const { items } = await admin.get(`/v1/imports/${id}/rows`);
  expect(items).toEqual([{ number: 1, cells: ['Klara', 'Weiß', 'klara@example.com'] }]);
});

it('who is there twice is found, and is no longer once somebody says that they are two', async () => {
  const person = { lastName: 'Somerville', birthday: '1780-12-26', phones: [{ number: '+49 30 901821' }] };
  const { id } = await admin.post('/v1/contacts', { firstName: 'Mary', ...person });
  const other = await admin.post('/v1/contacts', { firstName: 'Marie', ...person });
  await cloud.idle();
  const ids = async () =>
    (await admin.get(`/v1/contacts/${id}/duplicates`)).items.map(({ record }: Json) => record.id);
  const pairs = async () =>
    (await admin.get('/v1/duplicates')).items.map(({ records }: Json) => records[0].id);
  expect(await ids()).toEqual([other.id]);
  expect(await pairs()).toContain(id);
  await admin.put(`/v1/contacts/${other.id}/not-duplicates/${id}`);
  await cloud.idle();
  expect(await ids()).toEqual([]);
  expect(await pairs()).not.toContain(id);
  const run = await admin.post('/v1/duplicates/run', { kind: 'contact' });
  await cloud.idle();
  expect(await admin.get(`/v1/duplicates/runs/${run.id}`)).toMatchObject({ status: 'done' });
});

it('records are taken along as a file, and all of the workspace as an archive, by links', async () => {
  const company = await admin.post('/v1/companies', { name: '=Engines', tags: ['taken along'] });
  await cloud.idle();
  const asked = { kind: 'company', format: 'csv', filter: { tags: 'taken along' }, columns: ['id', 'name'] };
  const list = await admin.post('/v1/data-exports', asked);
  const whole = await admin.post('/v1/data-exports/workspace', {});
  await cloud.idle();
  const fetched = async (id: string) => {
    const { status, url } = await admin.get(`/v1/data-exports/${id}`);
    expect(status).toBe('ready');
    return Buffer.from(await (await fetch(url)).arrayBuffer());
  };
  expect((await fetched(list.id)).toString()).toBe(`\uFEFFRapport ID,Name\r\n${company.id},'=Engines\r\n`);
  expect((await fetched(whole.id)).subarray(0, 2).toString()).toBe('PK');
});

it('a task that comes again is followed by the next once it is done', async () => {
  const task = await admin.post('/v1/tasks', {
    title: 'Call',
    dueOn: '2027-01-04',
    repeats: 'FREQ=WEEKLY;BYDAY=MO',
  });
  const done = await admin.post(`/v1/tasks/${task.id}/complete`);
  expect(await admin.get(`/v1/tasks/${done.followedBy}`)).toMatchObject({
    dueOn: '2027-01-11',
    status: 'open',
  });
});

it('after all of it the recount finds nothing, and it does find an entry that nobody has', async () => {
  await cloud.idle();
  const [, name = '', url = ''] = /^Table +(\S+) at (http\S+)$/m.exec(cloud.output()) ?? [];
  const local = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
  const env = { ...process.env, ...local, TABLE_NAME: name, AWS_ENDPOINT_URL_DYNAMODB: url };
  const recount = () => spawnSync(process.execPath, ['infra/recount.ts'], { env, encoding: 'utf8' });
  expect(recount()).toMatchObject({ status: 0, stdout: expect.stringContaining(': 0 findings,') });

  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const table = new DynamoDBClient({ endpoint: url, region: local.AWS_REGION, credentials });
  const Item = { pk: { S: 'WS#nobody' }, sk: { S: 'lost' }, kind: { S: 'entry' } };
  await table.send(new PutItemCommand({ TableName: name, Item }));
  expect(recount()).toMatchObject({ status: 1, stdout: expect.stringContaining('WS#nobody / lost: orphan') });
});

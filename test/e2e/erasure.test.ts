import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, clientOf, type Json, sendRaw } from '../helpers/client.ts';
import { type LocalCloud, startLocalCloud } from '../helpers/local-cloud.ts';
import { whereIs } from '../helpers/search-folder.ts';

/** Words that nobody else has: of names, an address, a phone number, a company, mails, a file. */
const person = {
  first: 'Zbigniewa',
  last: 'Quetzalberg',
  address: 'z.quetzalberg@xylophone.example',
  second: 'zq-home@cymbal.example',
  phone: '30901827364',
  company: 'Quillfeather',
  sentence: 'the marmalade orrery hums at dusk',
  file: 'blueprint-of-the-orrery',
  inFile: 'seventeen brass pinions',
  note: 'prefers to be called before breakfast',
  automatic: 'back from the glacier on Monday',
};
const words = Object.values(person);

let cloud: LocalCloud;
let admin: Client;
let token: string;
let form: Json;

beforeAll(async () => {
  cloud = await startLocalCloud();
  await cloud.idle();
  admin = await clientOf(cloud);
  token = await cloud.token('admin@acme.test');
  const template = await admin.post('/v1/templates', {
    name: 'Welcome',
    subject: 'Welcome, {{contact.firstName|friend}}',
    text: 'Hello {{contact.firstName|friend}} {{contact.lastName|}}, thank you.',
    marketing: true,
  });
  form = await admin.post('/v1/forms', {
    name: 'Ask for a quote',
    fields: [
      { name: 'firstName', label: 'First name', target: 'firstName' },
      { name: 'lastName', label: 'Last name', target: 'lastName' },
      { name: 'email', label: 'E-mail', type: 'email', target: 'email', required: true },
      { name: 'phone', label: 'Phone', type: 'tel', target: 'phone' },
      { name: 'message', label: 'Message', type: 'textarea', target: 'message' },
    ],
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
const asked = (method: string, path: string, body: object, key?: string) =>
  fetch(cloud.url + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(key && { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  });
const compact = () => fetch(`${cloud.url}/_local/compact`, { method: 'POST' });
const found = () =>
  Object.fromEntries(Object.entries(whereIs(cloud.data, words)).filter(([, files]) => files.length > 0));

const mail = (headers: Record<string, string>, body: string) =>
  [
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    'MIME-Version: 1.0',
    '',
    body,
  ].join('\r\n');
const from = `${person.first} ${person.last} <${person.address}>`;
const withAttachment = mail(
  {
    From: from,
    To: 'sales@in.acme.test',
    Subject: `About what hums: ${person.company}`,
    'Message-ID': '<orrery-1@xylophone.example>',
    'Content-Type': 'multipart/mixed; boundary=b1',
  },
  [
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(`You know that ${person.sentence}.\r\n${'It goes on for long. '.repeat(400)}`).toString(
      'base64',
    ),
    '--b1',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<p>You know that <b>${person.sentence}</b></p>`,
    '--b1',
    'Content-Type: text/plain',
    `Content-Disposition: attachment; filename="${person.file}.txt"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(`It has ${person.inFile}.`).toString('base64'),
    '--b1--',
    '',
  ].join('\r\n'),
);
const automatic = mail(
  { From: from, To: 'sales@in.acme.test', Subject: 'Away', 'Auto-Submitted': 'auto-replied' },
  `I am ${person.automatic}.`,
);

/** The person by every door there is. */
async function makePerson(): Promise<string> {
  const visitorId = 'v-0123456789abcdef';
  const seen = await fetch(`${cloud.url}/v1/forms/${form.formKey}/page-views`, {
    method: 'POST',
    body: JSON.stringify({ visitorId, url: `https://acme.example/${person.company}`, title: person.company }),
  });
  expect(seen.status).toBe(204);
  const post = {
    firstName: person.first,
    lastName: person.last,
    email: person.address,
    phone: `0${person.phone}`,
  };
  expect(
    (await submit({ ...post, message: `Hello, ${person.sentence}`, _visitorId: visitorId })).status,
  ).toBe(201);
  await cloud.idle();
  await sendRaw(cloud, withAttachment, person.address, 'sales@in.acme.test');
  await sendRaw(cloud, automatic, person.address, 'sales@in.acme.test');
  await cloud.idle();
  const { items } = await admin.get(`/v1/contacts?email=${encodeURIComponent(person.address)}`);
  const [{ id }] = items;
  await asked('PATCH', `/v1/contacts/${id}`, {
    company: `${person.company} Works`,
    emails: [{ address: person.address }, { address: person.second }],
    custom: { wish: person.sentence },
  });
  await asked('PATCH', `/v1/contacts/${id}`, { jobTitle: `Head of ${person.company}` });
  const about = { contactId: id };
  const note = { kind: 'note', ...about, subject: person.last, text: `${person.first} ${person.note}` };
  const logged: Json = await (await asked('POST', '/v1/activities', note, 'note-1')).json();
  await asked('PATCH', `/v1/activities/${logged.id}`, {
    text: `${person.first} ${person.note}, and after lunch`,
  });
  const deal: Json = await (
    await asked(
      'POST',
      '/v1/deals',
      { name: `Orrery for ${person.last}`, ...about, amountCents: 120_000 },
      'deal-1',
    )
  ).json();
  await asked('PATCH', `/v1/deals/${deal.id}`, { name: `Two for ${person.last}` });
  const task = { title: `Call ${person.first}`, note: `+49${person.phone}`, dueOn: '2027-01-04', ...about };
  expect((await asked('POST', '/v1/tasks', task, 'task-1')).status).toBe(201);
  await asked('POST', '/v1/tasks', { title: `Offer to ${person.company}`, dealId: deal.id }, 'task-2');
  await cloud.idle();
  return id;
}

const recount = () => {
  const [, name = '', url = ''] = /^Table +(\S+) at (\S+)$/m.exec(cloud.output()) ?? [];
  const env = { ...process.env, TABLE_NAME: name, AWS_ENDPOINT_URL_DYNAMODB: url };
  return spawnSync(process.execPath, ['infra/recount.ts'], { env, encoding: 'utf8' });
};
const erased = async (contactId: string) => {
  const answer = await asked('POST', `/v1/contacts/${contactId}/erase`, {}, 'erase-1');
  expect(answer.status).toBe(202);
  const { id } = (await answer.json()) as Json;
  await cloud.restart(); // by `kill -9`: the erasure is stored, and at work or about to be
  await cloud.idle();
  return admin.get(`/v1/erasures/${id}`);
};

let contactId: string;
it('what is known of a person stands in many places', async () => {
  contactId = await makePerson();
  const places = whereIs(cloud.data, words);
  for (const word of words) expect(places[word], word).not.toEqual([]);
  expect(recount()).toMatchObject({ status: 0 });
});

it('an archive of the person is handed to who asked for it', async () => {
  const { id } = await admin.post(`/v1/contacts/${contactId}/export`);
  await cloud.idle();
  const { url, ...one } = await admin.get(`/v1/exports/${id}`);
  expect(one).toMatchObject({ status: 'ready' });
  const archive = await fetch(url);
  expect(archive.status).toBe(200);
  expect(Number((await archive.arrayBuffer()).byteLength)).toBe(one.bytes);
});

it('after an erasure, killed as it began, nothing of the person is left in any file of the data folder', async () => {
  const board = await admin.get('/v1/board');
  expect(await erased(contactId)).toMatchObject({ status: 'done' });
  expect((await compact()).status).toBe(200);
  expect(found()).toEqual({});
  const sums = ({ stages }: Json) => stages.map(({ cards: _, ...figures }: Json) => figures);
  expect(sums(await admin.get('/v1/board'))).toEqual(sums(board));
  expect(recount()).toMatchObject({ status: 0, stdout: expect.stringContaining(': 0 findings,') });
});

it('what is left of the person is nobody, to whom nothing can be added', async () => {
  const stub = await admin.get(`/v1/contacts/${contactId}`);
  expect(stub).toMatchObject({ lifecycle: 'lead', emails: [], phones: [], tags: [], custom: {} });
  expect(stub.erasedAt).toBeDefined();
  expect(stub.timeline.items.map(({ type }: Json) => type)).toEqual(['change']);
  const refusals = await Promise.all([
    asked('PATCH', `/v1/contacts/${contactId}`, { firstName: 'Nobody' }),
    asked('POST', '/v1/activities', { kind: 'note', contactId, text: 'again' }),
    asked('POST', '/v1/deals', { name: 'again', contactId }),
    asked('POST', '/v1/tasks', { title: 'again', contactId }),
    asked('POST', `/v1/contacts/${contactId}/export`, {}),
  ]);
  for (const answer of refusals) {
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'contact_erased' });
  }
});

it('the address cannot be taken in by others, and its owner may come back by themselves', async () => {
  const made = await asked('POST', '/v1/contacts', { emails: [{ address: person.address.toUpperCase() }] });
  expect(made.status).toBe(409);
  expect(await made.json()).toMatchObject({ code: 'person_erased' });
  expect((await submit({ firstName: 'Somebody', email: person.address })).status).toBe(201);
  await cloud.idle();
  const { items } = await admin.get(`/v1/contacts?email=${encodeURIComponent(person.address)}`);
  expect(items).toHaveLength(1);
  expect(items[0].id).not.toBe(contactId);
  const [welcome] = await cloud.mail();
  expect(welcome).toMatchObject({ to: [person.address] });
});

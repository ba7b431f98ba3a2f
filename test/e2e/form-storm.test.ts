import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, clientOf, type Json } from '../helpers/client.ts';
import { type LocalCloud, startLocalCloud } from '../helpers/local-cloud.ts';
import { isFullStorm, storm, storming } from '../helpers/storm.ts';

/** In the gate a twentieth: the storm of rules is a tenth of its own. */
const size = isFullStorm ? 1000 : 50;
const kills = 3;
let cloud: LocalCloud;
let admin: Client;
let form: Json;

beforeAll(async () => {
  cloud = await startLocalCloud({ env: storming });
  admin = await clientOf(cloud);
  const text = 'Hello {{contact.firstName|friend}}, thank you.';
  const template = await admin.post('/v1/templates', {
    name: 'Welcome',
    subject: 'Welcome',
    text,
    marketing: false,
  });
  form = await admin.post('/v1/forms', {
    name: 'Storm',
    fields: [
      { name: 'firstName', label: 'First name', target: 'firstName' },
      { name: 'email', label: 'E-mail', type: 'email', target: 'email', required: true },
    ],
    opensDeal: {},
    welcomeTemplateId: template.id,
    limits: { perAddressPerMinute: 100_000, perFormPerMinute: 100_000 },
  });
});
afterAll(() => cloud.stop());

it(`${size} visitors post, some twice, while the cloud is killed ${kills} times: nothing acknowledged is missing, nothing is double`, async () => {
  const receipts = new Map<string, Set<string>>();
  const visitors = Array.from({ length: size }, (_, n) => `visitor${n}@example.com`);
  const posts = visitors.flatMap((email, n) => (n % 5 === 0 ? [email, email] : [email]));
  await storm(cloud, posts, {
    senders: 10,
    kills,
    send: async (email) => {
      const response = await fetch(`${cloud.url}/v1/forms/${form.formKey}/submissions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ firstName: 'Eve', email }),
      });
      if (response.status !== 201) throw new Error(String(response.status));
      const { submissionId } = (await response.json()) as Json;
      receipts.set(email, (receipts.get(email) ?? new Set()).add(submissionId));
    },
  });
  await cloud.idle();

  expect([...receipts.values()].filter((ids) => ids.size !== 1)).toEqual([]);
  const contacts = await admin.all('/v1/contacts');
  expect(contacts.map(({ emails }) => emails[0].address).sort()).toEqual(visitors.toSorted());
  const submissions = await admin.all(`/v1/submissions?formId=${form.id}`);
  const acknowledged = [...receipts.values()].map(([id]) => id);
  expect(submissions.map(({ submissionId }) => submissionId).sort()).toEqual(acknowledged.sort());
  const { stages } = await admin.get('/v1/board');
  expect(stages.find(({ id }: Json) => id === 'new').count).toBe(size);
  expect(await admin.all('/v1/deals?stageId=new')).toHaveLength(size);
});

it('each of them is thanked once at most, and a mail of which nobody knows whether it left is listed', async () => {
  const mails = await cloud.mail();
  const recipients = mails.map(({ to }) => to[0]);
  expect(recipients).toHaveLength(new Set(recipients).size);
  const [sent, doubtful] = await Promise.all(
    ['sent', 'doubtful'].map((status) => admin.all(`/v1/mail/outbound?status=${status}`)),
  );
  expect((sent?.length ?? 0) + (doubtful?.length ?? 0)).toBe(size);
  const given = new Set(recipients);
  expect(sent?.filter(({ to }) => !given.has(to))).toEqual([]);
  expect(Object.values(await cloud.deadLetters()).filter((count) => count > 0)).toEqual([]);
});

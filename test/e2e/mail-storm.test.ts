import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, clientOf, type Json, rawMail, sendRaw } from '../helpers/client.ts';
import { type LocalCloud, startLocalCloud } from '../helpers/local-cloud.ts';
import { isFullStorm, storm, storming } from '../helpers/storm.ts';

/** In the gate a twentieth: the storm of rules is a tenth of its own. */
const size = isFullStorm ? 1000 : 50;
const kills = 3;
let cloud: LocalCloud;
let admin: Client;

beforeAll(async () => {
  cloud = await startLocalCloud({ env: storming });
  admin = await clientOf(cloud);
});
afterAll(() => cloud.stop());

it(`${size} people write, each mail is sent until it is accepted, and the cloud is killed ${kills} times: nothing accepted is missing, nothing is logged twice`, async () => {
  const people = Array.from({ length: size }, (_, n) => `person${n}@example.com`);
  await storm(cloud, people, {
    senders: 10,
    kills,
    send: async (email) => {
      const headers = {
        From: email,
        To: 'sales@in.acme.test',
        Subject: 'A question',
        'Message-ID': `<${email}>`,
      };
      await sendRaw(cloud, rawMail(headers, `I am ${email}.`), email, 'sales@in.acme.test');
    },
  });
  await cloud.idle();

  const contacts = await admin.all('/v1/contacts');
  expect(contacts.map(({ emails }) => emails[0].address).sort()).toEqual(people.toSorted());
  const { received, logged, skipped, failed } = await admin.get('/v1/mail/intake');
  expect({ logged, failed }).toEqual({ logged: size, failed: 0 });
  expect(Object.keys(skipped).filter((reason) => reason !== 'duplicate')).toEqual([]);
  expect(received).toBe(size + (skipped.duplicate ?? 0));
  expect((await admin.get('/v1/board')).stages.find(({ id }: Json) => id === 'new').count).toBe(size);
});

it('each timeline has the one mail, and whoever was thanked was thanked once', async () => {
  for (const { id } of await admin.all('/v1/contacts')) {
    const { timeline } = await admin.get(`/v1/contacts/${id}`);
    const inbound = timeline.items.filter(({ activity }: Json) => activity?.direction === 'inbound');
    expect(inbound).toHaveLength(1);
  }
  const recipients = (await cloud.mail()).map(({ to }) => to[0]);
  expect(recipients).toHaveLength(new Set(recipients).size);
  expect(Object.values(await cloud.deadLetters()).filter((count) => count > 0)).toEqual([]);
});

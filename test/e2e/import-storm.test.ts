import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pause } from '../../shared/platform/pause.ts';
import { type Client, clientOf, type Json } from '../helpers/client.ts';
import { send } from '../helpers/local-buckets.ts';
import { type LocalCloud, startLocalCloud } from '../helpers/local-cloud.ts';
import { isFullStorm } from '../helpers/storm.ts';

/** In the gate a fortieth: each row is some 30 items of the table. */
const size = isFullStorm ? 20_000 : 500;
const there = 20;
/** Until lists, search and duplicates of that many are found. */
const patienceS = 300 + size / 10;
let cloud: LocalCloud;
let admin: Client;

/** A name for each, not like another's, so that nobody is compared with all. */
function nameOf(n: number): string {
  const digits = [...createHash('sha256').update(String(n)).digest().subarray(0, 8)];
  return digits.map((byte) => `${'bdfgklmnprstvwz'[byte % 15]}${'aeiou'[byte % 5]}`).join('');
}
const address = (n: number) => `${nameOf(n)}@example.com`;
const named = (n: number) => nameOf(n).replace(/^./, (letter) => letter.toUpperCase());
beforeAll(async () => {
  cloud = await startLocalCloud();
  admin = await clientOf(cloud);
  const items = Array.from({ length: there }, (_, n) => ({
    lastName: 'Old',
    emails: [{ address: address(n) }],
  }));
  await admin.post('/v1/contacts/batch/create', { items });
  await cloud.idle(patienceS);
});
afterAll(() => cloud.stop());

const bare = ({ version: _, updatedAt: __, ...contact }: Json) => contact;
/** All that people see of all contacts, but for what counts their writes. */
async function digest(): Promise<string> {
  const all = (await admin.all('/v1/contacts'))
    .map(bare)
    .map((one) => JSON.stringify(one))
    .toSorted();
  return createHash('sha256').update(all.join('\n')).digest('hex');
}

async function begun(text: string): Promise<string> {
  const bytes = Buffer.from(text);
  const { id, upload } = await admin.post('/v1/imports', {
    kind: 'contact',
    name: 'people.csv',
    size: bytes.length,
  });
  expect((await send(upload, bytes)).ok).toBe(true);
  await admin.post(`/v1/imports/${id}/read`, {});
  await cloud.idle(patienceS);
  await admin.post(`/v1/imports/${id}/check`, { mode: 'upsert' });
  await cloud.idle(patienceS);
  return id;
}
/** Kills the cloud whenever a share of the rows is done, and waits for the end. */
async function killed(id: string, of: 'run' | 'undo', kills: number): Promise<Json> {
  for (let kill = 1; kill <= kills; kill++) {
    for (;;) {
      const one = await admin.get(`/v1/imports/${id}`);
      if ((one[of]?.done ?? 0) >= (size * kill) / (kills + 1)) break;
      await pause(20);
    }
    await cloud.restart();
  }
  await cloud.idle(patienceS);
  return admin.get(`/v1/imports/${id}`);
}

it(`${size} contacts are imported while the cloud is killed twice: equal to the file; and undone: as it was before`, async () => {
  const before = await digest();
  const lines = Array.from({ length: size }, (_, n) => `${named(-n - 1)},${named(n)},${address(n)}`);
  const id = await begun(`First Name,Last Name,E-mail\n${lines.join('\n')}\n`);

  await admin.post(`/v1/imports/${id}/run`, {});
  const ran = await killed(id, 'run', 2);
  expect(ran).toMatchObject({
    status: 'done',
    run: { done: size, created: size - there, updated: there, failed: 0 },
  });
  const seen = (await admin.all('/v1/contacts')).map(
    ({ firstName, lastName, emails }) => `${firstName},${lastName},${emails[0].address}`,
  );
  expect(seen.toSorted()).toEqual(lines.toSorted());

  await admin.post(`/v1/imports/${id}/undo`, {});
  const undone = await killed(id, 'undo', isFullStorm ? 2 : 0);
  expect(undone).toMatchObject({
    status: 'undone',
    undo: { removed: size - there, restored: there, kept: 0, stuck: 0 },
  });
  expect(await digest()).toBe(before);
  expect(Object.values(await cloud.deadLetters()).filter((count) => count > 0)).toEqual([]);
});

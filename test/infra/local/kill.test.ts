import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startLocalCloud } from '../../helpers/local-cloud.ts';
import { makeFixture } from './fixture.ts';

async function start() {
  const fixture = makeFixture();
  const data = mkdtempSync(join(tmpdir(), 'killed-'));
  const cloud = await startLocalCloud({ data, env: { RAPPORT_ASSEMBLY: fixture.assembly } });
  onTestFinished(() => cloud.stop());
  const post = (path: string, body: object) =>
    fetch(`${cloud.url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  return { fixture, data, cloud, post };
}

test('after kill -9 all that was acknowledged is there, and what was in flight is still delivered', async () => {
  const { fixture, cloud, post } = await start();
  const numbers = Array.from({ length: 20 }, (_, number) => String(number));
  for (const sk of numbers)
    expect((await post('/items', { pk: { S: 'seen' }, sk: { S: sk } })).status).toBe(200);
  const Entries = [{ EventBusName: 'crm', Source: 's', DetailType: 'deal.moved', Detail: '{"n":1}' }];
  await post('/events', { Entries });
  await post('/messages', { MessageBody: '{"n":1,"sleep":3000}' });
  await cloud.restart();
  await cloud.idle();
  expect([...new Set(fixture.seen('stream').flat())].sort()).toEqual(numbers.sort());
  expect(
    fixture
      .seen('collect')
      .flat()
      .map(({ detail }) => detail),
  ).toContainEqual({ n: 1 });
  expect(fixture.seen('consume').flat()).toContainEqual({ n: 1, sleep: 3000 });
  expect(Object.values(await cloud.deadLetters()).every((count) => count === 0)).toBe(true);
});

test('a stream reader goes on from its checkpoint after a restart', async () => {
  const { fixture, cloud, post } = await start();
  await post('/items', { pk: { S: 'seen' }, sk: { S: 'before' } });
  await cloud.idle();
  await cloud.restart();
  await post('/items', { pk: { S: 'seen' }, sk: { S: 'after' } });
  await cloud.idle();
  expect(fixture.seen('stream')).toEqual([['before'], ['after']]);
});

test('SIGTERM ends it within five seconds, engine and all, even while a function runs', async () => {
  const { cloud, post, data } = await start();
  await post('/messages', { MessageBody: '{"n":1,"sleep":60000}' });
  const at = Date.now();
  await cloud.stop();
  expect(Date.now() - at).toBeLessThan(5000);
  const again = await startLocalCloud({ data, env: { RAPPORT_ASSEMBLY: makeFixture().assembly } });
  await again.stop();
});

test('a second local cloud on the same data folder ends with a clear word', async () => {
  const { data } = await start();
  const second = startLocalCloud({ data, env: { RAPPORT_ASSEMBLY: makeFixture().assembly } });
  await expect(second).rejects.toThrow(/Another local cloud uses .*RAPPORT_DATA/);
});

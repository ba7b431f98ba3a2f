import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import type { Key } from '../../../shared/core/projection.ts';
import { boardCounters } from '../../../shared/deals/deal-projection.ts';
import { contributionKey } from '../../../shared/platform/contribution-item.ts';
import { db, getItem, type TransactItem, tableName } from '../../../shared/platform/dynamo.ts';
import { meter, resetMeter } from '../../../shared/platform/meter.ts';
import { projectionStore, readCounters } from '../../../shared/platform/projection-store.ts';
import { projector } from '../../../shared/platform/projector.ts';
import { isThrottled } from '../../../shared/platform/transaction-loss.ts';
import { acme, pipelineId } from '../../fixtures/ids.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { atOnce, findings } from '../../helpers/projections/findings.ts';
import { dealKey, keyOf, projections, writer } from '../../helpers/projections/world.ts';

beforeEach(useTable);
const settle = projector(projectionStore, projections, atOnce);

test('a record that cannot be read fails alone: those of its batch are projected', async () => {
  const write = writer();
  const good = await write({ to: 'deal', n: 0, stage: 'new', day: 1, amountCents: 5 });
  const bad = dealKey(1);
  await db.send(new PutCommand({ TableName: tableName(), Item: { ...bad, version: 1 } }));
  const { failed } = await settle([bad, ...good]);
  expect(failed.map(({ key }) => key)).toEqual([bad]);
  expect(await readCounters(boardCounters(acme, pipelineId))).toEqual({ 'new.count': 1, 'new.EUR': 5 });
});

test('a record without a projection is handed back, not ignored', async () => {
  const stranger = { pk: 'WS#w#THING#1', sk: 'THING' };
  expect((await settle([stranger])).failed.map(({ key }) => key)).toEqual([stranger]);
});

const slowDown = () =>
  Promise.reject(new ProvisionedThroughputExceededException({ message: 'slow down', $metadata: {} }));
test('what the table throttles is tried again, and in the end handed back', async () => {
  const keys = await writer()({ to: 'deal', n: 0, stage: 'new', day: 1, amountCents: 5 });
  let tries = 0;
  const twice = {
    ...projectionStore,
    transact: (items: TransactItem[]) => (tries++ < 2 ? slowDown() : projectionStore.transact(items)),
  };
  expect((await projector(twice, projections, atOnce)(keys)).failed).toEqual([]);
  expect(await findings()).toEqual([]);
  const [again] = await writer()({ to: 'deal', n: 1, stage: 'new', day: 1, amountCents: 5 });
  const { failed } = await projector(
    { ...projectionStore, transact: slowDown },
    projections,
    atOnce,
  )(again ? [again] : []);
  expect(failed.map(({ key, reason }) => [key, isThrottled(reason)])).toEqual([[again, true]]);
});

test('a record whose moves the table refuses is handed back alone: those of its batch are projected', async () => {
  const write = writer();
  const good = await write({ to: 'deal', n: 0, stage: 'new', day: 1, amountCents: 5 });
  const [bad] = await write({ to: 'deal', n: 1, stage: 'new', day: 1, amountCents: 7 });
  const isOfBad = (items: TransactItem[]) =>
    items.some(({ Put }) => String(Put?.Item?.pk).includes(String(bad?.pk)));
  const refusing = {
    ...projectionStore,
    transact: (items: TransactItem[]) =>
      isOfBad(items)
        ? Promise.reject(Object.assign(new Error('too long a key'), { name: 'ValidationException' }))
        : projectionStore.transact(items),
  };
  const { failed } = await projector(refusing, projections, atOnce)([...good, bad as Key]);
  expect(failed.map(({ key }) => key)).toEqual([bad]);
  expect(await readCounters(boardCounters(acme, pipelineId))).toEqual({ 'new.count': 1, 'new.EUR': 5 });
});

test('a record with more moves than a transaction holds is projected whole, and taken back whole', async () => {
  const write = writer();
  await settle(await write({ to: 'wordy', n: 0, words: 220, colour: 'red' }));
  expect(await findings()).toEqual([]);
  await settle(await write({ to: 'nothing', kind: 'wordy', n: 0 }));
  expect(await findings()).toEqual([]);
  expect(await readCounters(`WS#${acme}#WORD#COUNT`)).toEqual({});
});

test('what a removed record leaves behind expires after seven days, and only then', async () => {
  const write = writer();
  const key = keyOf('contact', 0);
  await settle(await write({ to: 'contact', n: 0, day: 1 }));
  expect(await getItem(contributionKey(key))).not.toHaveProperty('expiresAt');
  const now = new Date('2026-11-22T12:00:00Z');
  await projector(projectionStore, projections, { ...atOnce, now: () => now })(
    await write({ to: 'nothing', kind: 'contact', n: 0 }),
  );
  expect(await getItem(contributionKey(key))).toMatchObject({ expiresAt: now.getTime() / 1000 + 7 * 86_400 });
});

test('a moved deal costs five requests alone; in a batch of 25 they are shared', async () => {
  const write = writer();
  await settle(await write({ to: 'pipeline', idleDays: 3 }));
  const save = async (stage: 'new' | 'proposal') => {
    const keys = [];
    for (let n = 0; n < 25; n++)
      keys.push(...(await write({ to: 'deal', n, stage, day: 1, amountCents: 5 })));
    return keys;
  };
  await settle(await save('new'));
  const keys = await save('proposal');
  resetMeter();
  await settle(keys.slice(0, 1));
  expect(meter.requests).toBe(5); // contributions, records, pipeline, transaction, pipeline once more
  resetMeter();
  await settle(keys.slice(1));
  expect(meter.requests).toBeLessThanOrEqual(6); // their 120 moves are two transactions
});

test('a look at what has been looked at writes nothing', async () => {
  const write = writer();
  const keys = [
    ...(await write({ to: 'pipeline', idleDays: 3 })),
    ...(await write({ to: 'deal', n: 0, stage: 'new', day: 1, amountCents: 5 })),
    ...(await write({ to: 'clock', n: 0, day: 1 })),
  ];
  await settle(keys);
  resetMeter();
  await settle(keys);
  expect(meter).toMatchObject({ requests: 3, write: 0 });
});

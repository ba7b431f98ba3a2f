import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import type { Item } from '../../../shared/core/projection.ts';
import { boardCounters, stagePk } from '../../../shared/deals/deal-projection.ts';
import { contributionKey } from '../../../shared/platform/contribution-item.ts';
import { db, queryItems, tableName } from '../../../shared/platform/dynamo.ts';
import { projectionStore } from '../../../shared/platform/projection-store.ts';
import { projector } from '../../../shared/platform/projector.ts';
import { recount } from '../../../shared/platform/recount.ts';
import { acme, monday, pipelineId } from '../../fixtures/ids.ts';
import { readAll, useTable } from '../../helpers/dynamo.ts';
import { atOnce, findings } from '../../helpers/projections/findings.ts';
import { dealKey, projections, writer } from '../../helpers/projections/world.ts';

const board = boardCounters(acme, pipelineId);
const put = (Item: Item) => db.send(new PutCommand({ TableName: tableName(), Item }));
const remove = ({ pk, sk }: Item) => db.send(new DeleteCommand({ TableName: tableName(), Key: { pk, sk } }));
const add = (amount: number) =>
  db.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: { pk: board, sk: 'SLOT#00' },
      UpdateExpression: 'ADD #m :n SET #k = :k',
      ExpressionAttributeNames: { '#m': 'new.count', '#k': 'kind' },
      ExpressionAttributeValues: { ':n': amount, ':k': 'counter' },
    }),
  );
const cards = async () => (await queryItems({ pk: stagePk(acme, pipelineId, 'new'), limit: 9 })).items;

beforeEach(async () => {
  await useTable();
  const write = writer();
  const keys = await write({ to: 'pipeline', idleDays: 3 });
  for (const n of [0, 1]) {
    keys.push(...(await write({ to: 'deal', n, stage: 'new', day: 1, amountCents: 500 })));
    keys.push(...(await write({ to: 'clock', n, day: 2 })));
  }
  await projector(projectionStore, projections, atOnce)(keys);
});

test('a table that the projector has settled has no findings, borrowed and neighbouring items included', async () => {
  expect(await findings()).toEqual([]);
});

test('a counter that is off is found with what it should be', async () => {
  await add(3);
  expect(await findings()).toEqual([
    { kind: 'counter', group: board, measure: 'new.count', stored: 5, expected: 2 },
  ]);
});

test('a counter that is more than a number can say is read as any other', async () => {
  const much = BigInt(Number.MAX_SAFE_INTEGER) * 2n;
  await put({ pk: board, sk: 'SLOT#20', kind: 'counter', 'new.USD': much });
  expect(await findings()).toEqual([
    { kind: 'counter', group: board, measure: 'new.USD', stored: Number(much), expected: 0 },
  ]);
});

test('an entry that is missing, one that nobody has, and one that is stale are each found by key', async () => {
  const [first, second] = (await cards()) as [Item, Item];
  await remove(first);
  await put({ ...second, name: 'Old name' });
  await put({ pk: first.pk, sk: `${monday}#dl_gone`, kind: 'entry', id: 'dl_gone' });
  const found = await findings();
  const name = (sk: string) => `${first.pk}\n${sk}`;
  expect(found).toHaveLength(3);
  expect(found).toEqual(
    expect.arrayContaining([
      { kind: 'entry', key: name(first.sk), problem: 'missing' },
      { kind: 'entry', key: name(second.sk), problem: 'stale' },
      { kind: 'entry', key: name(`${monday}#dl_gone`), problem: 'orphan' },
    ]),
  );
});

test('a contribution that is lost is found although entries and counters are right, for the next look would count twice', async () => {
  await remove(contributionKey(dealKey()) as Item);
  expect(await findings()).toEqual([expect.objectContaining({ kind: 'contribution', problem: 'missing' })]);
});

test('where a great deal differs, some of it is listed and the rest is counted', async () => {
  for (let n = 0; n < 150; n++) await put({ pk: board, sk: `X#${n}`, kind: 'entry', id: String(n) });
  const found = await findings();
  expect(found.filter(({ kind }) => kind === 'entry').length).toBeLessThan(100);
  expect(found.at(-1)).toEqual({ kind: 'more', groups: expect.any(Number) });
});

test('a record that cannot be projected stops the recount rather than be left out', async () => {
  await put({ ...dealKey(2), id: 'dl_2', version: 1 });
  const world = { read: readAll, getAll: projectionStore.getAll, projections };
  await expect(recount(world)).rejects.toThrow();
});

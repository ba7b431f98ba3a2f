import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand, type PutEventsCommandInput } from '@aws-sdk/client-eventbridge';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { handler } from '../../../functions/events/publish.ts';
import { iteratorAt, listShards, readRecords } from '../../../infra/local/triggers/shards.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import type { Item } from '../../../shared/core/projection.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ann, contactId, taskId } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';
import { allChanges, settleAudit } from '../../helpers/audit.ts';
import { aContext } from '../../helpers/context.ts';
import { newTable, readAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';

const bus = mockClient(EventBridgeClient);
let published: string[] = [];
const busWorks = () =>
  bus.on(PutEventsCommand).callsFake(({ Entries = [] }: PutEventsCommandInput) => ({
    Entries: Entries.map(({ Detail = '' }) => {
      published.push(JSON.parse(Detail).id);
      return { EventId: '1' };
    }),
  }));
beforeEach(async () => {
  process.env.EVENT_BUS_NAME = 'crm';
  published = [];
  bus.reset();
  busWorks();
  await newTable({ stream: true });
});

/** What the table's stream holds, as Lambda would hand it on. */
async function stream(): Promise<DynamoDBRecord[]> {
  const { Table } = await new DynamoDBClient({}).send(
    new DescribeTableCommand({ TableName: process.env.TABLE_NAME }),
  );
  const [url, streamArn] = [process.env.AWS_ENDPOINT_URL_DYNAMODB ?? '', Table?.LatestStreamArn ?? ''];
  const records: DynamoDBRecord[] = [];
  for (const { ShardId } of await listShards(url, streamArn)) {
    const place = { streamArn, shardId: ShardId, sequence: undefined, start: 'TRIM_HORIZON' };
    const { Records } = await readRecords(url, await iteratorAt(url, place), 1000);
    records.push(...(Records as unknown as DynamoDBRecord[]));
  }
  return records;
}
const publish = (Records: DynamoDBRecord[]) => handler({ Records } as DynamoDBStreamEvent);
const lines = async (): Promise<Item[]> =>
  (await Array.fromAsync(readAll()))
    .filter(({ type }) => type === 'audit')
    .sort((a, b) => (`${a.pk}\n${a.sk}` < `${b.pk}\n${b.sk}` ? -1 : 1));

async function someChanges() {
  await keep(contactRecord, aContact());
  await keep(taskRecord, aTask());
  const contact = await recordStore(contactRecord).get(acme, contactId);
  const by = aContext();
  const actor = { ...by.actor, keyId: 'ky_1', from: '192.0.2.9' };
  const once = { key: 'op\nkey', fingerprint: 'f', answer: () => ({ status: 200, body: '{}' }) };
  const after = { ...contact, version: 2, firstName: 'Secret', updatedAt: by.now };
  await recordStore(contactRecord).save(
    { of: contactRecord, before: contact, after, events: [] },
    { ...by, actor, once },
  );
}

test('the stream’s images of changes become three lines each: the very ones that the changes give', async () => {
  await someChanges();
  expect(await publish(await stream())).toEqual({ batchItemFailures: [] });
  const written = await lines();
  expect(written).toHaveLength(9);
  expect(written.filter(({ pk }) => pk === `WS#${acme}#AUDIT#RECORD#${contactId}`)).toMatchObject([
    { action: 'record.created', actor: { kind: 'user', id: ann } },
    { action: 'record.updated', actor: { id: ann, keyId: 'ky_1' }, from: '192.0.2.9', fields: ['firstName'] },
  ]);
  expect(JSON.stringify(written)).not.toContain('Secret');
  await settleAudit();
  expect(await lines()).toEqual(written);
});

test('what is delivered again, in any order and number, writes nothing twice', async () => {
  await someChanges();
  const records = await stream();
  await publish(records);
  const written = await lines();
  await publish(records);
  await publish(records.toReversed());
  await publish([...records, ...records]);
  expect(await lines()).toEqual(written);
});

test('a function that dies between the events and the lines is repeated: all events again, each line once', async () => {
  await someChanges();
  const records = await stream();
  const table = process.env.TABLE_NAME;
  process.env.TABLE_NAME = 'gone';
  await expect(publish(records)).rejects.toThrow();
  process.env.TABLE_NAME = table;
  const first = [...published];
  expect(first.length).toBeGreaterThan(0);
  expect(await lines()).toEqual([]);
  expect(await publish(records)).toEqual({ batchItemFailures: [] });
  expect(published).toEqual([...first, ...first]);
  expect(await lines()).toHaveLength(9);
});

test('a bus that is down keeps no line from being written once it is back', async () => {
  await someChanges();
  const records = await stream();
  bus.on(PutEventsCommand).rejects(new Error('down'));
  await expect(publish(records)).rejects.toThrow('The run failed');
  busWorks();
  await publish(records);
  expect(await lines()).toHaveLength(9);
});

test('a change says which kept answer was written with it, and that answer is there', async () => {
  await someChanges();
  const changes = await allChanges();
  const [patched] = changes.filter(({ recordVersion }) => recordVersion === 2);
  const all = await Array.fromAsync(readAll());
  expect(all.filter(({ pk }) => pk === patched?.once)).toMatchObject([{ sk: 'ONCE' }]);
  expect(changes.filter(({ recordId }) => recordId === taskId)[0]).not.toHaveProperty('once');
});

test('each change has a line in the feed, by the name that its event has; what is delivered again has another', async () => {
  await someChanges();
  const records = await stream();
  await publish(records);
  const fed = async () =>
    (await Array.fromAsync(readAll())).filter(({ pk }) => pk.startsWith(`WS#${acme}#FEED#`));
  const first = await fed();
  expect(first.map(({ type }) => type).sort()).toEqual([
    'contact.created',
    'contact.updated',
    'task.created',
  ]);
  expect(first.find(({ type }) => type === 'contact.updated')).toMatchObject({
    record: { kind: 'contact', id: contactId },
    recordVersion: 2,
    fields: ['firstName'],
  });
  expect(JSON.stringify(first)).not.toContain('Secret');
  await publish(records);
  expect(new Set((await fed()).map(({ id }) => id))).toEqual(new Set(first.map(({ id }) => id)));
});

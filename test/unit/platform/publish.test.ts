import { EventBridgeClient, PutEventsCommand, type PutEventsCommandInput } from '@aws-sdk/client-eventbridge';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { handler } from '../../../functions/events/publish.ts';
import { newNotification, notificationItem } from '../../../shared/notifications/notification.ts';
import { acme, ann, contactId, noon } from '../../fixtures/ids.ts';

const bus = mockClient(EventBridgeClient);
const table = mockClient(DynamoDBDocumentClient);
const queue = mockClient(SQSClient);
/** How often the bus refuses an event, by its id; how often the table leaves a change's line unwritten. */
let refusals: Record<string, number> = {};
const isRefused = (id: string) => {
  refusals[id] = (refusals[id] ?? 0) - 1;
  return (refusals[id] ?? 0) >= 0;
};
beforeEach(() => {
  process.env.EVENT_BUS_NAME = 'crm';
  process.env.TABLE_NAME = 'table';
  process.env.DEAD_LETTERS_URL = 'https://sqs.eu-west-1.amazonaws.com/1/dead-letters';
  queue.reset();
  queue.on(SendMessageBatchCommand).resolves({ Failed: [] });
  refusals = {};
  table.reset();
  table.on(BatchWriteCommand).callsFake(({ RequestItems }: BatchWriteCommandInput) => ({
    UnprocessedItems: { table: RequestItems?.table?.filter((one) => isRefused(one.PutRequest?.Item?.id)) },
  }));
  bus.reset();
  bus.on(PutEventsCommand).callsFake(({ Entries = [] }: PutEventsCommandInput) => ({
    Entries: Entries.map(({ Detail = '' }) => {
      const { id } = JSON.parse(Detail);
      return isRefused(id) ? { ErrorCode: 'ThrottlingException' } : { EventId: id };
    }),
  }));
});

const change = (n: number, events = 1) => ({
  pk: 'WS#w#CONTACT#c',
  sk: `#2026#ch_${n}`,
  type: 'change',
  id: `ch_${n}`,
  workspaceId: 'ws_1',
  at: '2026-01-01T00:00:00.000Z',
  kind: 'updated',
  of: 'contact',
  recordId: 'ct_1',
  recordVersion: n + 1,
  by: { kind: 'user', id: 'us_1', keyId: 'ky_1' },
  from: '192.0.2.7',
  cause: 'req-1',
  fields: { lastName: { before: 'Secret', after: 'Hidden' } },
  events: Array.from({ length: events }, (_, i) => ({ type: `thing.${i}`, version: 1, data: { n } })),
});
const record = (n: number, item: object = change(n), eventName = 'INSERT') =>
  ({
    eventName,
    dynamodb: { SequenceNumber: `${n}`, NewImage: marshall(item) },
  }) as unknown as DynamoDBRecord;
const publish = (...Records: DynamoDBRecord[]) => handler({ Records } as DynamoDBStreamEvent);
const published = () => bus.commandCalls(PutEventsCommand).flatMap(({ args }) => args[0].input.Entries ?? []);
const puts = ({ args }: { args: [{ input: BatchWriteCommandInput }, ...unknown[]] }) =>
  (args[0].input.RequestItems?.table ?? []).map(({ PutRequest }) => PutRequest?.Item ?? {});
const isOfLog = ({ pk }: Record<string, unknown>) => String(pk).includes('#AUDIT#');
/** Lines of the audit log; those of the feed are tried on their own. */
const written = () => table.commandCalls(BatchWriteCommand).flatMap(puts).filter(isOfLog);
const from = (n: number) => ({ batchItemFailures: [{ itemIdentifier: `${n}` }] });

test('every event of every change goes to the bus, in the order of the stream and with an id of its own', async () => {
  expect(await publish(record(1, change(1, 2)), record(2))).toEqual({ batchItemFailures: [] });
  expect(published().map(({ Detail }) => JSON.parse(Detail ?? '').id)).toEqual([
    'ch_1.0',
    'ch_1.1',
    'ch_2.0',
  ]);
  expect(published()[1]).toEqual({
    EventBusName: 'crm',
    Source: 'crm',
    DetailType: 'thing.1',
    Detail: JSON.stringify({
      id: 'ch_1.1',
      workspaceId: 'ws_1',
      at: '2026-01-01T00:00:00.000Z',
      version: 1,
      data: { n: 1 },
    }),
  });
});

test('a notification that was written is told of by its id, and one that was read is not', async () => {
  const made = newNotification(
    { workspaceId: acme, userId: ann, type: 'mention', id: 'ch_1.0', about: contactId },
    noon,
    { onConsole: true, mark: '', now: noon },
  );
  const item = { ...made, pk: 'p', sk: made.id, of: notificationItem };
  const read = { ...record(2, { ...item, readAt: noon }, 'MODIFY') };
  expect(await publish(record(1, item), read)).toEqual({ batchItemFailures: [] });
  expect(published().map(({ DetailType, Detail }) => [DetailType, JSON.parse(Detail ?? '')])).toEqual([
    [
      'notification.made',
      {
        id: `${made.id}.0`,
        workspaceId: acme,
        at: noon,
        version: 1,
        data: { notificationId: made.id, userId: ann, topic: 'mention' },
      },
    ],
  ]);
});

test('the bus is asked for ten at a time', async () => {
  await publish(...Array.from({ length: 25 }, (_, n) => record(n)));
  expect(bus.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries?.length)).toEqual([
    10, 10, 5,
  ]);
});

test('what the bus refuses for a moment is sent again, and alone', async () => {
  refusals = { 'ch_1.0': 1 };
  expect(await publish(record(0), record(1), record(2))).toEqual({ batchItemFailures: [] });
  expect(published().map(({ Detail }) => JSON.parse(Detail ?? '').id)).toEqual([
    'ch_0.0',
    'ch_1.0',
    'ch_2.0',
    'ch_1.0',
  ]);
});

test('the first change that stays unpublished comes again with all behind it, so that none is left out', async () => {
  refusals = { 'ch_2.0': 99, 'ch_1.1': 99 };
  const records = [record(0), record(1, change(1, 2)), record(2), record(3)];
  expect(await publish(...records)).toEqual(from(1));
});

test('a bus that does not answer brings the whole batch again', async () => {
  bus.on(PutEventsCommand).rejects(new Error('down'));
  await expect(publish(record(0))).rejects.toThrow('The run failed');
});

test('records that are no new change publish nothing', async () => {
  const contact = { pk: 'WS#w#CONTACT#c', sk: 'CONTACT', id: 'c' };
  await publish(record(1, contact), record(2, change(2), 'MODIFY'), record(3, change(3), 'REMOVE'));
  expect(published()).toEqual([]);
  expect(written()).toEqual([]);
});

test('every change has its line by day, by actor and by record, with names and never a value', async () => {
  await publish(record(1));
  const line = {
    sk: '2026-01-01T00:00:00.000Z#ch_1',
    type: 'audit',
    id: 'ch_1',
    at: '2026-01-01T00:00:00.000Z',
    action: 'record.updated',
    actor: { kind: 'user', id: 'us_1', keyId: 'ky_1' },
    from: '192.0.2.7',
    record: { kind: 'contact', id: 'ct_1', version: 2 },
    fields: ['lastName'],
    cause: 'req-1',
  };
  expect(written()).toEqual(
    ['2026-01-01', 'ACTOR#us_1', 'RECORD#ct_1'].map((key) => ({ pk: `WS#ws_1#AUDIT#${key}`, ...line })),
  );
});

test('a change that was stored before keys and places were kept has its line too', async () => {
  const { from: _, cause: __, ...old } = { ...change(1), by: { kind: 'form', id: 'fm_1' } };
  expect(await publish(record(1, old))).toEqual({ batchItemFailures: [] });
  expect(written()).toHaveLength(3);
  expect(written()[0]).not.toHaveProperty('from');
});

test('lines are written 25 a request, and what the table leaves is written again, alone', async () => {
  refusals = { ch_4: 1 };
  await publish(...Array.from({ length: 10 }, (_, n) => record(n)));
  const requests = table.commandCalls(BatchWriteCommand).map(puts);
  const sizes = requests.filter((items) => items.some(isOfLog)).map((items) => items.length);
  expect(sizes).toEqual([25, 5, 1]);
});

test('the first change whose line stays unwritten comes again with all behind it', async () => {
  refusals = { ch_1: 99 };
  expect(await publish(record(0), record(1), record(2))).toEqual(from(1));
});

test('a change that cannot be read is a dead letter, and what comes before and behind it is told', async () => {
  const records = [record(0), record(1, { ...change(1), events: 'none' }), record(2)];
  expect(await publish(...records)).toEqual({ batchItemFailures: [] });
  expect(published()).toHaveLength(2);
  expect(written()).toHaveLength(6);
  const letters = queue
    .commandCalls(SendMessageBatchCommand)
    .flatMap(({ args }) => args[0].input.Entries ?? []);
  expect(letters.map(({ MessageBody = '' }) => JSON.parse(MessageBody))).toEqual([
    { unreadable: { pk: 'WS#w#CONTACT#c', sk: '#2026#ch_1' } },
  ]);
});

test('a change that cannot even be a dead letter comes again with all of its batch', async () => {
  queue.on(SendMessageBatchCommand).rejects(new Error('no queue'));
  await expect(publish(record(0, { ...change(0), events: 'none' }), record(1))).rejects.toThrow();
});

test('a batch whose first change cannot be told fails as a whole, so that Lambda cuts it and gives up that one alone', async () => {
  refusals = { ch_2: 99 };
  await expect(publish(record(2), record(3))).rejects.toThrow('first change');
  refusals = { ch_2: 99 };
  expect(await publish(record(2))).toEqual(from(2));
});

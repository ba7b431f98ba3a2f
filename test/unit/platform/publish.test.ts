import { EventBridgeClient, PutEventsCommand, type PutEventsCommandInput } from '@aws-sdk/client-eventbridge';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { handler } from '../../../functions/events/publish.ts';

const bus = mockClient(EventBridgeClient);
/** How often the bus refuses an event, by its id. */
let refusals: Record<string, number> = {};
beforeEach(() => {
  process.env.EVENT_BUS_NAME = 'crm';
  refusals = {};
  bus.reset();
  bus.on(PutEventsCommand).callsFake(({ Entries = [] }: PutEventsCommandInput) => ({
    Entries: Entries.map(({ Detail = '' }) => {
      const { id } = JSON.parse(Detail);
      refusals[id] = (refusals[id] ?? 0) - 1;
      return (refusals[id] ?? 0) >= 0 ? { ErrorCode: 'ThrottlingException' } : { EventId: id };
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
  events: Array.from({ length: events }, (_, i) => ({ type: `thing.${i}`, version: 1, data: { n } })),
});
const record = (n: number, item: object = change(n), eventName = 'INSERT') =>
  ({
    eventName,
    dynamodb: { SequenceNumber: `${n}`, NewImage: marshall(item) },
  }) as unknown as DynamoDBRecord;
const publish = (...Records: DynamoDBRecord[]) => handler({ Records } as DynamoDBStreamEvent);
const published = () => bus.commandCalls(PutEventsCommand).flatMap(({ args }) => args[0].input.Entries ?? []);
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
  await expect(publish(record(0))).rejects.toThrow('down');
});

test('records that are no new change publish nothing', async () => {
  const contact = { pk: 'WS#w#CONTACT#c', sk: 'CONTACT', id: 'c' };
  await publish(record(1, contact), record(2, change(2), 'MODIFY'), record(3, change(3), 'REMOVE'));
  expect(published()).toEqual([]);
});

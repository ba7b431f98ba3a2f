import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { handler } from '../../../functions/events/publish.ts';
import { catalogueKey } from '../../../shared/segments/catalogue.ts';
import { membersPk, memberType } from '../../../shared/segments/segment-part.ts';
import { acme, contactId, monday } from '../../fixtures/ids.ts';

const bus = mockClient(EventBridgeClient);
const table = mockClient(DynamoDBDocumentClient);
const segmentId = 'sg_01K00000000000000000000001';
const definition = { id: segmentId, condition: {}, since: 1, definedAt: '2026-01-01T00:00:00.000Z' };
const catalogue = { ...catalogueKey(acme, 'contact'), version: 1, timeZone: 'UTC', segments: [definition] };
let refused = 0;
beforeEach(() => {
  process.env.EVENT_BUS_NAME = 'crm';
  process.env.TABLE_NAME = 'table';
  refused = 0;
  table.reset();
  table.on(BatchGetCommand).resolves({ Responses: { table: [catalogue] } });
  bus.reset();
  bus.on(PutEventsCommand).callsFake(({ Entries = [] }) => ({
    Entries: Entries.map(() => (refused-- > 0 ? { ErrorCode: 'ThrottlingException' } : { EventId: 'e' })),
  }));
});

const entry = { pk: membersPk(acme, segmentId), sk: `${monday}#${contactId}`, of: 'contact', id: contactId };
const record = (eventName: string, image: 'NewImage' | 'OldImage', sequence: string) =>
  ({
    eventID: sequence,
    eventName,
    dynamodb: {
      SequenceNumber: sequence,
      ApproximateCreationDateTime: 1_790_000_000,
      [image]: marshall({ ...entry, type: memberType }),
    },
  }) as unknown as DynamoDBRecord;
const publish = (...Records: DynamoDBRecord[]) => handler({ Records } as DynamoDBStreamEvent);
const published = () =>
  bus
    .commandCalls(PutEventsCommand)
    .flatMap(({ args }) => args[0].input.Entries ?? [])
    .map(({ DetailType, Detail = '' }) => `${DetailType} ${JSON.parse(Detail).id}`);

test('a member’s entry that is put is told as entered, one that is removed as left, one that is put over as nothing', async () => {
  const answer = await publish(
    record('INSERT', 'NewImage', '1'),
    record('MODIFY', 'NewImage', '2'),
    record('REMOVE', 'OldImage', '3'),
  );
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(published()).toEqual(['segment.entered sg.1', 'segment.left sg.3']);
});

test('what the bus does not take comes again, with the same id', async () => {
  refused = 100;
  const one = record('REMOVE', 'OldImage', '7');
  expect(await publish(one)).toEqual({ batchItemFailures: [{ itemIdentifier: '7' }] });
  refused = 0;
  bus.resetHistory();
  await publish(one);
  expect(published()).toEqual(['segment.left sg.7']);
});

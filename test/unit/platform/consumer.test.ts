import { ChangeMessageVisibilityCommand, GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { defineEvent } from '../../../shared/core/event.ts';
import { consumer, queueConsumer, RetryDoubling, RetryLater } from '../../../shared/platform/consumer.ts';

const queues = mockClient(SQSClient);
beforeEach(() => {
  queues.reset();
  queues.on(GetQueueUrlCommand).resolves({ QueueUrl: 'https://sqs.test/1/q' });
  queues.on(ChangeMessageVisibilityCommand).resolves({});
});

const batch = (...bodies: string[]): SQSEvent =>
  ({
    Records: bodies.map((body, n) => ({
      messageId: `m${n}`,
      receiptHandle: `r${n}`,
      body,
      eventSourceARN: 'arn:aws:sqs:eu-west-1:123456789012:q',
    })),
  }) as unknown as SQSEvent;
const failures = (...ids: string[]) => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});

test('one bad message fails alone: those beside it are done and do not come again', async () => {
  const done: unknown[] = [];
  const handler = queueConsumer(async (body) => {
    if (body === 'bad') throw new Error('cannot');
    done.push(body);
  });
  expect(await handler(batch('"a"', '"bad"', '"b"'))).toEqual(failures('m1'));
  expect(done).toEqual(['a', 'b']);
});

test('a message that is no JSON fails, so that it ends in the dead-letter queue and is not lost', async () =>
  expect(await queueConsumer(async () => {})(batch('{', '{}'))).toEqual(failures('m0')));

test.each([
  [90, 90],
  [0.2, 1],
  [-5, 0],
  [1_000_000, 43_200],
])('one that asks to come again in %d s is hidden for %i s', async (seconds, hidden) => {
  const handler = queueConsumer(async () => {
    throw new RetryLater(seconds, 'SES throttles');
  });
  expect(await handler(batch('{}'))).toEqual(failures('m0'));
  expect(queues.commandCalls(GetQueueUrlCommand)[0]?.args[0].input).toEqual({
    QueueName: 'q',
    QueueOwnerAWSAccountId: '123456789012',
  });
  expect(queues.commandCalls(ChangeMessageVisibilityCommand)[0]?.args[0].input).toEqual({
    QueueUrl: 'https://sqs.test/1/q',
    ReceiptHandle: 'r0',
    VisibilityTimeout: hidden,
  });
});

test.each([
  [1, 1],
  [4, 8],
  [12, 900],
])('one that came in vain %i times is hidden for %i s, twice as long each time', async (receives, hidden) => {
  const handler = queueConsumer(async () => {
    throw new RetryDoubling(1, 'not projected yet');
  });
  const event = batch('{}');
  Object.assign(event.Records[0] as object, { attributes: { ApproximateReceiveCount: String(receives) } });
  await handler(event);
  const [asked] = queues.commandCalls(ChangeMessageVisibilityCommand);
  expect(asked?.args[0].input.VisibilityTimeout).toBe(hidden);
});

test('one that could not be hidden still comes again', async () => {
  queues.on(ChangeMessageVisibilityCommand).rejects(new Error('gone'));
  const handler = queueConsumer(async () => {
    throw new RetryLater(5, 'later');
  });
  expect(await handler(batch('{}'))).toEqual(failures('m0'));
});

const moved = defineEvent('thing.moved', 1, z.object({ thingId: z.string() }));
const delivered = (type: string, version = 1) =>
  JSON.stringify({
    source: 'crm',
    'detail-type': type,
    detail: {
      id: 'ch_1.0',
      workspaceId: 'ws_1',
      at: '2026-01-01T00:00:00.000Z',
      version,
      data: { thingId: 'a' },
    },
  });

test('an event of the bus reaches its consumer parsed; one it has no contract for fails alone', async () => {
  const seen: unknown[] = [];
  const handler = consumer([moved], async (event) => {
    seen.push(event);
  });
  const answer = await handler(
    batch(delivered('thing.moved'), delivered('thing.lost'), delivered('thing.moved', 2)),
  );
  expect(answer).toEqual(failures('m1', 'm2'));
  expect(seen).toMatchObject([
    { type: 'thing.moved', id: 'ch_1.0', workspaceId: 'ws_1', data: { thingId: 'a' } },
  ]);
});

import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { handler as project } from '../../../functions/projections/project.ts';
import { handler as projectQueued } from '../../../functions/projections/project-queued.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Key } from '../../../shared/core/projection.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { stagePk } from '../../../shared/deals/deal-projection.ts';
import { clockSk } from '../../../shared/deals/idle.ts';
import { defaultStages, pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { duplicatesPk, matchSk } from '../../../shared/duplicates/match-entries.ts';
import { db, queryItems, tableName } from '../../../shared/platform/dynamo.ts';
import { projections } from '../../../shared/projections/registry.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, contactId, pipelineId } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { readAll, settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { findings } from '../../helpers/projections/findings.ts';

const queue = mockClient(SQSClient);
beforeEach(async () => {
  process.env.KEYS_QUEUE_URL = 'https://sqs.test/1/keys';
  queue.reset();
  queue.on(SendMessageBatchCommand).resolves({ Failed: [], Successful: [] });
  await useTable();
});

const stream = (keys: Key[]) =>
  ({
    Records: keys.map(({ pk, sk }) => ({
      eventName: 'MODIFY',
      dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } },
    })),
  }) as unknown as DynamoDBStreamEvent;
const messages = (...bodies: unknown[]) =>
  ({
    Records: bodies.map((body, n) => ({
      messageId: `m${n}`,
      body: JSON.stringify(body),
      eventSourceARN: 'a:b:c:d:e:f',
    })),
  }) as unknown as SQSEvent;
const queued = () =>
  queue
    .commandCalls(SendMessageBatchCommand)
    .flatMap(({ args }) => args[0].input.Entries ?? [])
    .map(({ MessageBody = '' }) => JSON.parse(MessageBody));
const dealKey = (id: string) => recordKey(acme, 'deal', id);
const settled = () => findings(projections);

test('a change of what lies beside a deal has the deal looked at', async () => {
  const deal = await keep(dealRecord, aDeal());
  expect(await project(stream([{ ...dealKey(deal.id), sk: clockSk }]))).toEqual({ batchItemFailures: [] });
  expect(await settled()).toEqual([]);
});

test('a record that cannot be projected goes to the queue of keys, and the shard does not wait for it', async () => {
  const deal = await keep(dealRecord, aDeal());
  const bad = dealKey('dl_bad');
  await db.send(new PutCommand({ TableName: tableName(), Item: { ...bad, version: 1 } }));
  expect(await project(stream([bad, dealKey(deal.id)]))).toEqual({ batchItemFailures: [] });
  expect(queued()).toEqual([{ keys: [bad] }]);
  expect((await queryItems({ pk: stagePk(acme, pipelineId, 'new'), limit: 9 })).items).toHaveLength(1);
});

test('where the queue does not take it the batch comes again', async () => {
  queue
    .on(SendMessageBatchCommand)
    .resolves({ Failed: [{ Id: '0', Code: 'X', SenderFault: false }], Successful: [] });
  const bad = dealKey('dl_bad');
  await db.send(new PutCommand({ TableName: tableName(), Item: { ...bad, version: 1 } }));
  await expect(project(stream([bad]))).rejects.toThrow('not queued');
});

test('queued keys are looked at, and a message that fails comes again alone', async () => {
  const deal = await keep(dealRecord, aDeal());
  const answer = await projectQueued(
    messages(
      { keys: [dealKey(deal.id)] },
      { keys: [{ pk: 'WS#w#THING#1', sk: 'THING' }] },
      { nonsense: true },
    ),
  );
  expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual(['m1', 'm2']);
  expect(await settled()).toEqual([]);
});

test('a record of a partition that cannot be settled has a message of its own, and the walk goes on', async () => {
  const pipeline = await keep(pipelineRecord, aPipeline());
  const deal = await keep(dealRecord, aDeal());
  await settleAll();
  const spoilt = { ...dealKey(deal.id), version: 9 };
  await db.send(new PutCommand({ TableName: tableName(), Item: spoilt }));
  const pk = stagePk(acme, pipeline.id, 'new');
  expect(await projectQueued(messages({ partition: { workspaceId: acme, pk } }))).toEqual({
    batchItemFailures: [],
  });
  expect(queued()).toEqual([{ keys: [dealKey(deal.id)] }]);
});

test('a partition is gone through page by page, each by a message of its own, until all its records are looked at', async () => {
  const pipeline = await keep(pipelineRecord, aPipeline());
  for (let n = 0; n < 230; n++) await keep(dealRecord, aDeal({ id: newId('deal') }));
  await settleAll();
  const stages = defaultStages.map((stage) => (stage.kind === 'open' ? { ...stage, idleDays: 30 } : stage));
  await db.send(
    new PutCommand({
      TableName: tableName(),
      Item: { ...pipeline, stages, version: 2, ...recordKey(acme, 'pipeline', pipeline.id) },
    }),
  );
  let next: unknown[] = [{ partition: { workspaceId: acme, pk: stagePk(acme, pipelineId, 'new') } }];
  let pages = 0;
  for (; next.length > 0; pages++) {
    queue.resetHistory();
    expect(await projectQueued(messages(...next))).toEqual({ batchItemFailures: [] });
    next = queued();
  }
  expect(pages).toBe(3);
  await project(stream([recordKey(acme, 'pipeline', pipeline.id)]));
  expect(await settled()).toEqual([]);
  expect((await Array.fromAsync(readAll())).filter(({ pk }) => pk.startsWith('DUE#'))).toHaveLength(230);
});

const matchKey = (id: string) => ({ pk: duplicatesPk(acme, 'contact', id), sk: matchSk });
const matched = (id: string, before?: string, after?: string) => ({
  eventName: 'MODIFY',
  dynamodb: {
    Keys: { pk: { S: matchKey(id).pk }, sk: { S: matchSk } },
    ...(before && { OldImage: { print: { S: before } } }),
    ...(after && { NewImage: { print: { S: after } } }),
  },
});
test('whom a record may be is looked for by messages of their own, 25 records each; where only its owner is another its pairs are placed', async () => {
  const many = Array.from({ length: 30 }, () => matched(newId('contact'), undefined, 'a'));
  const Records = [
    ...many,
    many[0],
    matched('ct_1', 'a', 'b'),
    matched('ct_2', 'a'),
    matched('ct_3', 'a', 'a'),
  ];
  expect(await project({ Records } as unknown as DynamoDBStreamEvent)).toEqual({ batchItemFailures: [] });
  const keys = queued().flatMap((message) => message.keys as Key[]);
  expect(queued().map((message) => message.keys.length)).toEqual([25, 8]);
  expect(keys.slice(-3)).toEqual([matchKey('ct_1'), matchKey('ct_2'), { ...matchKey('ct_3'), sk: 'PLACED' }]);
});

test('of a message of several, those whose duplicates cannot be looked for have a message of their own', async () => {
  const one = await keep(contactRecord, aContact());
  const bad = { ...recordKey(acme, 'contact', 'ct_bad'), version: 1, emails: 'spoilt' };
  await db.send(new PutCommand({ TableName: tableName(), Item: bad }));
  const keys = [matchKey('ct_bad'), matchKey(one.id), matchKey('ct_gone')];
  expect(await projectQueued(messages({ keys }))).toEqual({ batchItemFailures: [] });
  expect(queued()).toEqual([{ keys: [matchKey('ct_bad')] }]);
  const alone = await projectQueued(messages({ keys: [matchKey('ct_bad')] }));
  expect(alone.batchItemFailures).toHaveLength(1);
  expect(one.id).toBe(contactId);
});

import {
  InternalServerError,
  TransactionCanceledException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { commit } from '../../../shared/platform/commit.ts';
import { db } from '../../../shared/platform/dynamo.ts';

const table = mockClient(db);
beforeEach(() => table.reset());

const writes = [{ action: { Put: { Item: { pk: 'a', sk: 'X' } } } }];
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const sent = () =>
  table.commandCalls(TransactWriteCommand).map(({ args }) => args[0].input.ClientRequestToken);

test.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
  'a transaction cancelled by %s alone is sent again',
  async (code) => {
    table.on(TransactWriteCommand).rejectsOnce(cancelled('None', code)).resolves({});
    await commit(writes);
    expect(sent()).toHaveLength(2);
  },
);

test('one that stays in conflict is given up as busy, to be tried again in a second', async () => {
  table.on(TransactWriteCommand).rejects(cancelled('TransactionConflict'));
  await expect(commit(writes)).rejects.toMatchObject({ code: 'busy', status: 503, more: { retryAfterS: 1 } });
  expect(sent()).toHaveLength(10);
});

test('one whose first sending is still at work is asked for by the same token, so that it is not made twice', async () => {
  const running = new TransactionInProgressException({ message: 'in progress', $metadata: {} });
  table
    .on(TransactWriteCommand)
    .rejectsOnce(running)
    .rejectsOnce(cancelled('TransactionConflict'))
    .resolves({});
  await commit(writes);
  const [first, second, third] = sent();
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test.each([
  ['an item that is not valid', cancelled('None', 'ValidationError'), 'ValidationError'],
  ['a fault of the service', new InternalServerError({ message: 'down', $metadata: {} }), 'down'],
])('%s is thrown at once', async (_, error, message) => {
  table.on(TransactWriteCommand).rejects(error);
  await expect(commit(writes)).rejects.toThrow(message);
  expect(sent()).toHaveLength(1);
});

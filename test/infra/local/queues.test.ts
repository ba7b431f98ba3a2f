import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openQueues } from '../../../infra/local/services/queues.ts';
import { DataFolderInUse, openStore } from '../../../infra/local/store.ts';
import { consume, failedOf, retryDelayMs } from '../../../infra/local/triggers/queue.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'queues-'));
const common = { delayMs: 0, visibilityMs: 30_000, retentionMs: 86_400_000 };

function open(path = folder()) {
  const store = openStore(path);
  let now = 1_000_000;
  const queues = openQueues(store, () => now);
  queues.add({ ...common, name: 'dead', arn: 'arn:dead' });
  queues.add({ ...common, name: 'work', arn: 'arn:work', deadLetters: { queue: 'dead', maxReceives: 2 } });
  return {
    store,
    queues,
    path,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test('a received message is hidden for its visibility timeout, then there again, then a dead letter', () => {
  const { queues, pass } = open();
  queues.send('work', 'hello');
  expect(queues.receive('work', 10)).toMatchObject([{ body: 'hello', receives: 1 }]);
  expect(queues.receive('work', 10)).toEqual([]);
  pass(30_000);
  expect(queues.receive('work', 10)).toMatchObject([{ body: 'hello', receives: 2 }]);
  pass(30_000);
  expect(queues.receive('work', 10)).toEqual([]);
  expect(queues.counts('dead')).toEqual({ visible: 1, delayed: 0, inFlight: 0 });
  expect(queues.counts('work')).toEqual({ visible: 0, delayed: 0, inFlight: 0 });
});

test('a delayed message waits, and a visibility that the consumer sets holds', () => {
  const { queues, pass } = open();
  queues.send('work', 'later', {}, 5000);
  expect(queues.counts('work').delayed).toBe(1);
  pass(5000);
  const [message] = queues.receive('work', 1);
  if (!message) throw new Error('It should be visible');
  expect(queues.hide(message.receipt, 60_000)).toBe(true);
  queues.retryAt(message, 0);
  pass(59_000);
  expect(queues.receive('work', 1)).toEqual([]);
  pass(1000);
  expect(queues.receive('work', 1)).toHaveLength(1);
});

test('what was in flight when the process died is visible at once, as if it had not been received', () => {
  const before = open();
  before.queues.send('work', 'in flight');
  before.queues.send('work', 'waiting', {}, 60_000);
  expect(before.queues.receive('work', 1)).toHaveLength(1);
  before.store.close();
  const after = open(before.path);
  expect(after.queues.receive('work', 10)).toMatchObject([{ body: 'in flight', receives: 1 }]);
  expect(after.queues.counts('work').delayed).toBe(1);
});

test('a second local cloud on the same data folder is refused', () => {
  const { path } = open();
  expect(() => openStore(path)).toThrow(DataFolderInUse);
});

test('a consumer removes what succeeded and tries again what failed', async () => {
  const store = openStore(folder());
  const queues = openQueues(store);
  queues.add({ ...common, name: 'work', arn: 'arn:work' });
  for (const body of ['good', 'bad', 'fine']) queues.send('work', body);
  const handled: string[][] = [];
  await new Promise<void>((resolve) => {
    const consumer = consume(queues, {
      queue: 'work',
      batchSize: 10,
      windowMs: 0,
      concurrency: 1,
      handle: async (messages) => {
        handled.push(messages.map(({ body }) => body));
        if (handled.length === 2) resolve();
        return messages.filter(({ body, receives }) => body === 'bad' && receives === 1);
      },
    });
    onTestFinished(() => consumer.end());
  });
  expect(handled).toEqual([['good', 'bad', 'fine'], ['bad']]);
});

test('the function’s word decides which messages have failed', () => {
  const { queues } = open();
  queues.send('work', 'a');
  queues.send('work', 'b');
  const messages = queues.receive('work', 10);
  const answer = (id: string | undefined) => JSON.stringify({ batchItemFailures: [{ itemIdentifier: id }] });
  expect(failedOf(messages, 'null')).toEqual([]);
  expect(failedOf(messages, answer(messages[1]?.messageId))).toEqual([messages[1]]);
  expect(failedOf(messages, answer('nobody'))).toEqual(messages);
});

test('retries come after 1, 2, 4 seconds', () => {
  expect([1, 2, 3].map(retryDelayMs)).toEqual([1000, 2000, 4000]);
});

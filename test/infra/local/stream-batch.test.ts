import { describe, expect, test } from 'vitest';
import {
  changesNothing,
  deliver,
  type GivenUp,
  type RetryRules,
  type StreamRecord,
} from '../../../infra/local/triggers/stream-batch.ts';
import { laneOf } from '../../../infra/local/triggers/stream-mapping.ts';

const record = (number: number, more: object = {}): StreamRecord => ({
  eventID: String(number),
  eventName: 'INSERT',
  dynamodb: {
    ApproximateCreationDateTime: Date.now() / 1000,
    SequenceNumber: String(number),
    Keys: { pk: { S: `p${number % 3}` } },
    ...more,
  },
});
const rules: RetryRules = { retries: 2, maxAgeMs: -1, bisect: false, partial: false, pauseMs: () => 0 };
const batch = [1, 2, 3, 4].map((number) => record(number));
const numbers = (records: StreamRecord[]) => records.map(({ dynamodb }) => Number(dynamodb.SequenceNumber));

/** Runs a batch past a function that fails on some records; answers what it was called with and what was given up. */
async function run(
  records: StreamRecord[],
  fails: (called: number[]) => number | boolean,
  wish: Partial<RetryRules>,
) {
  const calls: number[][] = [];
  const given: GivenUp[] = [];
  await deliver(
    records,
    { ...rules, ...wish },
    {
      invoke: async (some) => {
        const called = numbers(some);
        calls.push(called);
        const failed = fails(called);
        if (failed === true) return { ok: false, errorType: 'Error', errorMessage: 'no', timedOut: false };
        const batchItemFailures = failed === false ? [] : [{ itemIdentifier: String(failed) }];
        return { ok: true, payload: JSON.stringify({ batchItemFailures }) };
      },
      giveUp: (one) => given.push(one),
      ended: () => false,
    },
  );
  return { calls, given };
}

describe('a batch of stream records', () => {
  test('that succeeds is called once', async () => {
    expect(await run(batch, () => false, {})).toEqual({ calls: [[1, 2, 3, 4]], given: [] });
  });

  test('that fails is tried again as often as the mapping says and then given up as a whole', async () => {
    const { calls, given } = await run(batch, () => true, {});
    expect(calls).toHaveLength(3);
    expect(given.map(({ records, condition }) => [numbers(records), condition])).toEqual([
      [[1, 2, 3, 4], 'RetryAttemptsExhausted'],
    ]);
  });

  test('is cut in two around a poisonous record, which alone is given up, in order', async () => {
    const { calls, given } = await run(batch, (called) => called.includes(3), { bisect: true });
    expect(calls).toEqual([[1, 2, 3, 4], [1, 2], [3, 4], [3], [3], [3], [4]]);
    expect(given.map(({ records }) => numbers(records))).toEqual([[3]]);
  });

  test('goes on from the first record that the function names', async () => {
    let failedOnce = false;
    const fails = () => {
      const first = !failedOnce;
      failedOnce = true;
      return first ? 3 : false;
    };
    expect((await run(batch, fails, { partial: true })).calls).toEqual([
      [1, 2, 3, 4],
      [3, 4],
    ]);
  });

  test('is tried again as a whole when the function names a record that is not of it', async () => {
    let calls = 0;
    const fails = () => {
      calls += 1;
      return calls === 1 ? 99 : false;
    };
    expect((await run(batch, fails, { partial: true })).calls).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]);
  });

  test('is given up when it is older than the mapping allows', async () => {
    const old = [record(1, { ApproximateCreationDateTime: Date.now() / 1000 - 60 })];
    const { calls, given } = await run(old, () => true, { retries: -1, maxAgeMs: 1000 });
    expect(calls).toHaveLength(1);
    expect(given[0]?.condition).toBe('RecordAgeExceeded');
  });
});

test('an update that changed nothing is no record', () => {
  const image = { pk: { S: 'a' }, n: { N: '1' } };
  expect(changesNothing(record(1, { OldImage: image, NewImage: { n: { N: '1' }, pk: { S: 'a' } } }))).toBe(
    true,
  );
  expect(changesNothing(record(1, { OldImage: image, NewImage: { ...image, n: { N: '2' } } }))).toBe(false);
  expect(changesNothing(record(1, { OldImage: image }))).toBe(false);
});

test('records of one item go the same way, those of one partition key need not', () => {
  const lane = (sk: string) => laneOf(record(1, { Keys: { pk: { S: 'p' }, sk: { S: sk } } }), 8);
  expect(lane('CONTACT')).toBe(lane('CONTACT'));
  const ways = new Set(Array.from({ length: 40 }, (_, n) => lane(`#${n}`)));
  expect(ways.size).toBeGreaterThan(1);
});

import {
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { paced, patiently } from '../../../infra/backfill/patience.ts';

const throttled = new ProvisionedThroughputExceededException({ message: 'slow', $metadata: {} });
const canceled = (Code: string) =>
  new TransactionCanceledException({ message: 'no', $metadata: {}, CancellationReasons: [{ Code }] });

function failing(times: number, error: Error) {
  const waits: number[] = [];
  let calls = 0;
  const work = async () => {
    if (calls++ < times) throw error;
    return calls;
  };
  return { waits, run: () => patiently(work, async (ms) => waits.push(ms)) };
}

describe('an operator’s command', () => {
  test.each([throttled, canceled('ThrottlingError'), canceled('ProvisionedThroughputExceeded')])(
    'waits longer and longer where the table throttles: %s',
    async (error) => {
      const { run, waits } = failing(3, error);
      expect(await run()).toBe(4);
      expect(waits).toEqual([1000, 2000, 4000]);
    },
  );

  test('gives up at the eighth throttling, and at once at any other error', async () => {
    const patient = failing(99, throttled);
    await expect(patient.run()).rejects.toBe(throttled);
    expect(patient.waits).toHaveLength(7);
    const lost = failing(1, canceled('ConditionalCheckFailed'));
    await expect(lost.run()).rejects.toThrow();
    expect(lost.waits).toEqual([]);
  });

  test('lets no more go by than so many a second, however many ask at once', async () => {
    const waits: number[] = [];
    const pass = paced(100, { now: () => 5000, pause: async (ms) => waits.push(ms) });
    await Promise.all([25, 25, 25].map(pass));
    expect(waits).toEqual([250, 500]);
  });

  test('saves nothing up in a quiet time', async () => {
    const waits: number[] = [];
    let now = 0;
    const pass = paced(10, { now: () => now, pause: async (ms) => waits.push(ms) });
    await pass(10);
    now = 60_000;
    await pass(10);
    await pass(1);
    expect(waits).toEqual([1000]);
  });
});

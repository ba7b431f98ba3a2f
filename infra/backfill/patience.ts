import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { pause as sleep } from '../../shared/platform/pause.ts';

const tries = 8;
const throttles = new Set([
  'ProvisionedThroughputExceededException',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
  'ThrottlingException',
  'ThrottlingError',
]);

function isThrottle(error: unknown): boolean {
  if (error instanceof TransactionCanceledException)
    return (error.CancellationReasons ?? []).some(({ Code = '' }) => throttles.has(Code));
  return error instanceof Error && throttles.has(error.name);
}

/** Does work again where the table throttles, after 1, 2, 4 … 64 seconds; the eighth throttling is thrown, and every other error. */
export async function patiently<T>(
  work: () => Promise<T>,
  pause: (ms: number) => Promise<unknown> = sleep,
): Promise<T> {
  for (let n = 1; ; n++) {
    try {
      return await work();
    } catch (error) {
      if (n === tries || !isThrottle(error)) throw error;
      await pause(1000 * 2 ** (n - 1));
    }
  }
}

/** Waits so that no more than `aSecond` are let go by, evenly; whoever comes after a quiet time has not saved any. */
export function paced(
  aSecond: number,
  { now = Date.now, pause = sleep }: { now?: () => number; pause?: (ms: number) => Promise<unknown> } = {},
): (count: number) => Promise<void> {
  let free = 0;
  return async (count) => {
    const start = Math.max(free, now());
    free = start + (count * 1000) / aSecond;
    const wait = start - now();
    if (wait > 0) await pause(wait);
  };
}

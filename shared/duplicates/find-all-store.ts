import type { Key } from '../core/projection.ts';
import { someAtOnce } from '../platform/some-at-once.ts';
import { type Found, findPairs, placePairs, type RecordMatched } from './find-pairs-store.ts';
import { placedSk, recordMatched } from './match-entries.ts';

const atOnce = 5; // of 24 Queries each, of the 50 that the SDK has open to a host

type Failure<T> = { key: T; reason: unknown };
/** Does something with each, a few at once; answers those that failed. */
export async function withFew<T>(
  all: readonly T[],
  run: (one: T) => Promise<unknown>,
): Promise<Failure<T>[]> {
  const failed: Failure<T>[] = [];
  await someAtOnce(all, atOnce, async (key) => {
    try {
      await run(key);
    } catch (reason) {
      failed.push({ key, reason });
    }
  });
  return failed;
}

/** Finds whom the records may be that these keys name (`matchSk`), for `then` to act on, or has their pairs listed anew (`placedSk`). May be repeated. */
export const findFor = (
  keys: readonly Key[],
  then: (record: RecordMatched, found: readonly Found[]) => Promise<void> = async () => undefined,
): Promise<Failure<Key>[]> =>
  withFew(keys, async ({ pk, sk }) => {
    const record = recordMatched(pk);
    if (sk === placedSk) await placePairs(record);
    else await then(record, await findPairs(record));
  });

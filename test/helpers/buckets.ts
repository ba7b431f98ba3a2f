import { afterAll } from 'vitest';
import type { Created } from '../../infra/local/services/s3-rules.ts';
import { startBuckets } from './local-buckets.ts';

/** S3 for a test file; `tell` hears of what is put into the bucket named `telling`. */
export async function useBuckets(
  names: readonly string[],
  telling?: string,
  tell?: (object: Created) => void,
): Promise<void> {
  afterAll(await startBuckets(names, telling, tell));
}

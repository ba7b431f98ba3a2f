import * as z from 'zod';
import { failingBare } from '../../shared/platform/failing-bare.ts';
import { listBucket } from './intake/list-bucket.ts';

const Scheduled = z.object({ time: z.string() });

/** Once a day: every raw message in the bucket has an outcome, or is queued again. Safe to run twice. */
async function reconcile(event: unknown): Promise<void> {
  await listBucket(new Date(Scheduled.parse(event).time).toISOString());
}
export const handler = failingBare(reconcile);

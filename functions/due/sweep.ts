import * as z from 'zod';
import { dueShards } from '../../shared/core/due.ts';
import { failingBare } from '../../shared/platform/failing-bare.ts';
import { logger } from '../../shared/platform/logger.ts';
import { count } from '../../shared/platform/metrics.ts';
import { byReason } from './reasons/by-reason.ts';
import { sweepShard } from './sweeping/sweep-shard.ts';

const Schedule = z.object({ time: z.iso.datetime() });
const reserveMs = 8000; // an entry that is begun is to be finished

/**
 * Looks at all that is due at the schedule's own `time`. Each entry stands for itself: one that fails stays in the index,
 * is logged, and is tried again at the next sweep, and in the end the run fails, which retries it and raises the alarm.
 * What time does not suffice for is left to the next sweep.
 */
async function sweepDue(
  event: unknown,
  context: { getRemainingTimeInMillis: () => number },
): Promise<{ seen: number; failed: number }> {
  const now = new Date(Schedule.parse(event).time).toISOString();
  const isTimeLeft = () => context.getRemainingTimeInMillis() > reserveMs;
  const shards = Array.from({ length: dueShards }, (_, shard) =>
    sweepShard({ shard, now, isTimeLeft, byReason }),
  );
  const swept = await Promise.all(shards);
  const seen = swept.reduce((sum, shard) => sum + shard.seen, 0);
  const failed = swept.reduce((sum, shard) => sum + shard.failed, 0);
  count('DueEntriesFailed', failed);
  logger.info('swept', { now, seen, failed, unfinished: swept.some(({ finished }) => !finished) });
  if (failed > 0) throw new Error(`${failed} of ${seen} due entries failed`);
  return { seen, failed };
}
export const handler = failingBare(sweepDue);

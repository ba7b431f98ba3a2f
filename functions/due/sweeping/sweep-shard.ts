import { DueEntry, duePk, dueUntil } from '../../../shared/core/due.ts';
import type { Item } from '../../../shared/core/projection.ts';
import { queryItems } from '../../../shared/platform/dynamo.ts';
import { logger } from '../../../shared/platform/logger.ts';
import type { WhenDue } from '../reasons/by-reason.ts';

const entriesAPage = 100;
const atOnce = 3; // in each of the four shards

export type Swept = { seen: number; failed: number; finished: boolean };
type Sweep = {
  shard: number;
  now: string;
  isTimeLeft: () => boolean;
  byReason: Record<string, WhenDue>;
};

/** Whether the entry was dealt with. */
async function handle(item: Item, { now, byReason }: Sweep): Promise<boolean> {
  try {
    const entry = DueEntry.parse(item);
    const whenDue = byReason[entry.reason];
    if (!whenDue) throw new Error(`Nothing is known of the reason ${entry.reason}`);
    await whenDue(entry, now);
    return true;
  } catch (error) {
    logger.error('due entry failed', { pk: item.pk, sk: item.sk, error: error as Error });
    return false;
  }
}

/** Runs through a page with a few at once; what there is no time for is left. */
async function handlePage(items: Item[], sweep: Sweep): Promise<Swept> {
  const waiting = items.values();
  const swept: Swept = { seen: 0, failed: 0, finished: true };
  const work = async () => {
    while (sweep.isTimeLeft()) {
      const { value } = waiting.next();
      if (!value) return;
      swept.seen++;
      if (!(await handle(value, sweep))) swept.failed++;
    }
    swept.finished = false;
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return swept;
}

/** DUE-1: one shard's entries up to a moment, oldest first; one Query a page. */
export async function sweepShard(sweep: Sweep): Promise<Swept> {
  const sum: Swept = { seen: 0, failed: 0, finished: true };
  let after: { pk: string; sk: string } | undefined;
  do {
    const range = { pk: duePk(sweep.shard), to: dueUntil(sweep.now), limit: entriesAPage, after };
    const { items, last } = await queryItems(range);
    const page = await handlePage(items, sweep);
    sum.seen += page.seen;
    sum.failed += page.failed;
    sum.finished = page.finished;
    after = last;
  } while (after && sum.finished);
  return sum;
}

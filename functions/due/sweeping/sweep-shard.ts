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
async function handle(item: Item, { now, byReason, isTimeLeft }: Sweep): Promise<boolean> {
  try {
    const entry = DueEntry.parse(item);
    const whenDue = byReason[entry.reason];
    if (!whenDue) throw new Error(`Nothing is known of the reason ${entry.reason}`);
    await whenDue(entry, now, isTimeLeft);
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

const sumOf = (a: Swept, b: Swept): Swept => ({
  seen: a.seen + b.seen,
  failed: a.failed + b.failed,
  finished: a.finished && b.finished,
});
/** Nobody waits for what lies in the trash to be gone, and many may go at once: it comes when all else is done. */
const canWait = ({ reason }: Item) => reason === 'purge';
const mostWaiting = 500;

/** DUE-1: one shard's entries up to a moment, oldest first; one Query a page. */
export async function sweepShard(sweep: Sweep): Promise<Swept> {
  let sum: Swept = { seen: 0, failed: 0, finished: true };
  const later: Item[] = [];
  let after: { pk: string; sk: string } | undefined;
  do {
    const range = { pk: duePk(sweep.shard), to: dueUntil(sweep.now), limit: entriesAPage, after };
    const { items, last } = await queryItems(range);
    const waiting = items.filter(canWait).slice(0, mostWaiting - later.length);
    later.push(...waiting);
    sum = sumOf(
      sum,
      await handlePage(
        items.filter((item) => !canWait(item)),
        sweep,
      ),
    );
    after = last;
  } while (after && sum.finished);
  const isAll = later.length < mostWaiting;
  return sumOf({ ...sum, finished: sum.finished && isAll }, await handlePage(later, sweep));
}

import { systemContext } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { Key } from '../../../shared/core/projection.ts';
import {
  type DuplicateRun,
  finishRun,
  noteProgress,
  type Progress,
} from '../../../shared/duplicates/duplicate-run.ts';
import { duplicateRunStore } from '../../../shared/duplicates/duplicate-run-store.ts';
import { withFew } from '../../../shared/duplicates/find-all-store.ts';
import { findPairs } from '../../../shared/duplicates/find-pairs-store.ts';
import { queryItems } from '../../../shared/platform/dynamo.ts';
import { logger } from '../../../shared/platform/logger.ts';
import { isThrottled } from '../../../shared/platform/transaction-loss.ts';
import { listPk } from '../../../shared/records/list-entries.ts';
import { mergeSure } from '../merging/merge-sure.ts';

const aPage = 100;
const notedEveryMs = 20_000;
const mostMs = 600_000; // the function has 900 s
type Clock = { mostMs: number; notedEveryMs: number };

/** One record that nobody can understand does not keep the run from the others. Throws where the table takes no more for now. */
function assertGoesOn(failed: { key: string; reason: unknown }[]): void {
  for (const { key, reason } of failed) {
    if (isThrottled(reason)) throw reason;
    logger.warn('no duplicates looked for', { id: key, error: reason as Error });
  }
}

/** Looks for the duplicates of a page of records. */
async function lookAtPage({ workspaceId, kind }: DuplicateRun, progress: Progress): Promise<Progress> {
  const pk = listPk(workspaceId, kind);
  const after: Key | undefined = progress.after === undefined ? undefined : { pk, sk: progress.after };
  const { items, last } = await queryItems({ pk, limit: aPage, after });
  let pairs = 0;
  const failed = await withFew(
    items.map(({ id }) => String(id)),
    async (id) => {
      const found = await findPairs({ workspaceId, kind, id }, { again: true });
      await mergeSure({ workspaceId, kind, id }, found);
      pairs += found.filter(({ pair }) => pair.one === id).length; // each pair is found from both its ends
    },
  );
  assertGoesOn(failed);
  return {
    looked: progress.looked + items.length,
    pairs: progress.pairs + pairs,
    failed: progress.failed + failed.length,
    after: last?.sk,
  };
}

const by = ({ workspaceId, id }: DuplicateRun, now: string) =>
  systemContext(workspaceId, 'system', id, now, id);

/** As far as the time reaches; what was looked at since the last note is looked at again where it is killed. */
async function advance(run: DuplicateRun, { mostMs, notedEveryMs }: Clock): Promise<void> {
  const ends = Date.now() + mostMs;
  let [noted, noteAt] = [run, Date.now() + notedEveryMs];
  let progress: Progress = run;
  do {
    progress = await lookAtPage(run, progress);
    const [now, stops] = [new Date().toISOString(), Date.now() >= ends];
    if (progress.after === undefined) {
      await duplicateRunStore.save(finishRun(noted, progress, now), by(run, now));
      return;
    }
    if (!stops && Date.now() < noteAt) continue;
    const change = noteProgress(noted, progress, now, stops);
    await duplicateRunStore.save(change, by(run, now));
    [noted, noteAt] = [change.after, Date.now() + notedEveryMs];
    if (stops) return;
  } while (progress.after !== undefined);
}

/** Goes on with a run where it was left. May be repeated: pairs that stand as they are found are not written again. */
export async function runOn(
  workspaceId: string,
  id: string,
  clock: Clock = { mostMs, notedEveryMs },
): Promise<void> {
  const run = await duplicateRunStore.find(workspaceId, id);
  if (run?.status !== 'running') return;
  try {
    await advance(run, clock);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'version_conflict')) throw error; // another goes on with it
  }
}

import { commit } from '../../../shared/platform/commit.ts';
import type { Run } from '../../../shared/rules/run.ts';
import { runWrites, storedAs } from '../../../shared/rules/run-store.ts';

/**
 * A run as it is walked: `stored` is what the table has (none of it yet, at first), `run` what it has come to since. What changes
 * nothing outside is not stored by itself, but with what comes next.
 */
export type Walk = { run: Run; stored: Run | undefined; now: string };
/** It goes no further for now. */
export type Rest = { rests: true };
export const rest: Rest = { rests: true };

export const at = (walk: Walk, run: Run): Walk => ({ ...walk, run });
/** Notes what it has come to. */
export async function store(walk: Walk): Promise<Walk> {
  const { stored, run } = walk;
  if (stored === run) return walk;
  await commit(runWrites(stored, run));
  const as = storedAs(stored, run);
  return { ...walk, run: as, stored: as };
}

import { systemContext } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { Kept } from '../../../shared/core/record.ts';
import type { Import } from '../../../shared/imports/import.ts';
import { failWork, finishCheck, finishReading } from '../../../shared/imports/import-steps.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { checkRows } from '../checking/check-rows.ts';
import { readFile } from '../reading/read-file.ts';
import { advance } from './advance.ts';

const keep = (kept: Kept<Import>): Promise<void> => {
  const { workspaceId, id, updatedAt } = kept.after;
  return importStore.save(kept, systemContext(workspaceId, 'system', id, updatedAt, id));
};
const now = () => new Date().toISOString();

type Step = (one: Import, isTimeLeft: () => boolean) => Promise<void>;
const steps: Partial<Record<Import['status'], Step>> = {
  reading: async (one) => {
    const read = await readFile(one);
    await keep(finishReading(one, read, now()));
  },
  checking: async (one) => {
    const counts = await checkRows(one);
    await keep(finishCheck(one, counts, now()));
  },
  running: advance,
  stopping: advance,
  undoing: advance,
};

const wasLate = (error: AppError) => error.code === 'version_conflict';
/** What cannot be done says why, where it stands by now; anything else is thrown, and tried again. */
async function failed(workspaceId: string, id: string, error: unknown): Promise<void> {
  if (!(error instanceof AppError) || error.kind === 'unavailable') throw error;
  const one = await importStore.find(workspaceId, id);
  if (one && !wasLate(error)) await keep(failWork(one, { code: error.code, detail: error.message }, now()));
}

/** A call of the function ends after 15 minutes; the longest part of the work takes some seconds. */
const mostMs = 10 * 60_000;

/**
 * Does what an import waits for: its file is read, its rows are tried out, run, or undone. May be repeated and killed: what was
 * done is not done again. Does nothing for an import that waits for nothing, and leaves off where another call is quicker.
 */
export async function workOn(
  workspaceId: string,
  id: string,
  isTimeLeft: () => boolean = until(Date.now() + mostMs),
): Promise<void> {
  const one = await importStore.find(workspaceId, id);
  const step = one && steps[one.status];
  try {
    await step?.(one as Import, isTimeLeft);
  } catch (error) {
    await failed(workspaceId, id, error);
  }
}

function until(ms: number) {
  return () => Date.now() < ms;
}

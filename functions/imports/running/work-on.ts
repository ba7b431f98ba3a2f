import { systemContext } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { Kept } from '../../../shared/core/record.ts';
import { failReading, finishCheck, finishReading, type Import } from '../../../shared/imports/import.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { checkRows } from '../checking/check-rows.ts';
import { readFile } from '../reading/read-file.ts';

type Outcome = (now: string) => Kept<Import>;
const steps: Partial<Record<Import['status'], (one: Import) => Promise<Outcome>>> = {
  reading: async (one) => {
    const read = await readFile(one);
    return (now) => finishReading(one, read, now);
  },
  checking: async (one) => {
    const counts = await checkRows(one);
    return (now) => finishCheck(one, counts, now);
  },
};

/** What came of it: what cannot be done with this file says why; anything else is thrown, and tried again. */
async function outcomeOf(one: Import, step: (one: Import) => Promise<Outcome>): Promise<Outcome> {
  try {
    return await step(one);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message: detail } = error;
    return (now) => failReading(one, { code, detail }, now);
  }
}

/**
 * Does what an import waits for: its file is read, or its rows are tried out. May be repeated: the same parts are written again.
 * Does nothing for an import that waits for nothing.
 */
export async function workOn(workspaceId: string, id: string): Promise<void> {
  const one = await importStore.find(workspaceId, id);
  const step = one && steps[one.status];
  if (!step) return;
  const outcome = await outcomeOf(one, step);
  const now = new Date().toISOString();
  try {
    await importStore.save(outcome(now), systemContext(workspaceId, 'system', id, now, id));
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'version_conflict')) throw error; // another run was first
  }
}

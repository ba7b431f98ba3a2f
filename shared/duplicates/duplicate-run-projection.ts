import { dueEntry } from '../core/due.ts';
import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { DuplicateRun, runDueAt } from './duplicate-run.ts';

/** DUPLICATE-6: a workspace's runs by the moment they were asked for. */
export const runsPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#DEDUPE`;

export const duplicateRunProjection: Projection = {
  definition: 1,
  project({ record }) {
    const run = DuplicateRun.parse(record);
    const { workspaceId, id, createdAt } = run;
    const due = runDueAt(run);
    const entries = [
      { pk: runsPk(workspaceId), sk: `${createdAt}#${id}`, of: 'dedupe', id },
      ...(due ? [dueEntry(due, 'dedupe', workspaceId, 'dedupe', id)] : []),
    ];
    return { entries, counters: {} };
  },
};

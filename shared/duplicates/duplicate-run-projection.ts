import { dueEntry } from '../core/due.ts';
import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { DuplicateRun, runDueAt } from './duplicate-run.ts';

/** DUPLICATE-6: a workspace's runs by the moment they were asked for. */
export const runsPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#DUPLICATERUN`;

export const duplicateRunProjection: Projection = {
  definition: 1,
  project({ record }) {
    const run = DuplicateRun.parse(record);
    const { workspaceId, id, createdAt } = run;
    const due = runDueAt(run);
    const entries = [
      { pk: runsPk(workspaceId), sk: `${createdAt}#${id}`, of: 'duplicateRun', id },
      ...(due ? [dueEntry(due, 'duplicate_run', workspaceId, 'duplicateRun', id)] : []),
    ];
    return { entries, counters: {} };
  },
};

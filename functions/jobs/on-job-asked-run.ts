import { duplicateRunAdvanced } from '../../shared/duplicates/duplicate-events.ts';
import { importAdvanced } from '../../shared/imports/import-events.ts';
import { consumer } from '../../shared/platform/consumer.ts';
import { exportRequested } from '../../shared/privacy/privacy-events.ts';
import { runOn } from '../duplicates/running/run-on.ts';
import { workOn } from '../imports/running/work-on.ts';
import { writeArchive } from '../privacy/exporting/write-archive.ts';

/**
 * What somebody asked for and waits for, minutes long: a person's archive is written, a file that was brought is read
 * and tried out, the duplicates of all records are looked for. One function
 * for all of it, since a queue of its own costs by the month whether or not anybody asks.
 */
export const handler = consumer<{ exportId: string } | { importId: string } | { runId: string }>(
  [exportRequested, importAdvanced, duplicateRunAdvanced],
  ({ workspaceId, data }) => {
    if ('exportId' in data) return writeArchive(workspaceId, data.exportId);
    return 'runId' in data ? runOn(workspaceId, data.runId) : workOn(workspaceId, data.importId);
  },
);

import { importAdvanced } from '../../shared/imports/import-events.ts';
import { consumer } from '../../shared/platform/consumer.ts';
import { exportRequested } from '../../shared/privacy/privacy-events.ts';
import { workOn } from '../imports/running/work-on.ts';
import { writeArchive } from '../privacy/exporting/write-archive.ts';

/**
 * What somebody asked for and waits for, minutes long: a person's archive is written, a file that was brought is read
 * and tried out. One function
 * for all of it, since a queue of its own costs by the month whether or not anybody asks.
 */
export const handler = consumer<{ exportId: string } | { importId: string }>(
  [exportRequested, importAdvanced],
  ({ workspaceId, data }) =>
    'exportId' in data ? writeArchive(workspaceId, data.exportId) : workOn(workspaceId, data.importId),
);

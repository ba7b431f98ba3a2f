import { duplicateRunAdvanced } from '../../shared/duplicates/duplicate-events.ts';
import { dataExportAdvanced } from '../../shared/exports/data-export-events.ts';
import { importAdvanced } from '../../shared/imports/import-events.ts';
import { retryLostRace } from '../../shared/platform/again.ts';
import { consumer } from '../../shared/platform/consumer.ts';
import { exportRequested } from '../../shared/privacy/privacy-events.ts';
import { learnLeads } from '../../shared/scoring/learning-store.ts';
import { learningAsked } from '../../shared/scoring/scoring-events.ts';
import { runOn } from '../duplicates/running/run-on.ts';
import { advanceDataExport } from '../exports/running/advance.ts';
import { workOn } from '../imports/running/work-on.ts';
import { writeArchive } from '../privacy/exporting/write-archive.ts';

/** A run of what goes on in another one is short of the function's time, so that what it came to is stored. */
const runMs = 8 * 60_000;

type Job =
  | { exportId: string }
  | { importId: string }
  | { dataExportId: string }
  | { runId: string }
  | { learning: 'lead' };
/**
 * What somebody asked for and waits for, minutes long: a person's archive is written, a file that was brought is read
 * and tried out or run, records are written into a file, the duplicates of all records are looked for, a workspace learns from its outcomes. One function
 * for all of it, since a queue of its own costs by the month whether or not anybody asks.
 */
export const handler = consumer<Job>(
  [exportRequested, importAdvanced, dataExportAdvanced, duplicateRunAdvanced, learningAsked],
  ({ workspaceId, data }) => {
    if ('exportId' in data) return writeArchive(workspaceId, data.exportId);
    if ('importId' in data) return workOn(workspaceId, data.importId);
    if ('runId' in data) return runOn(workspaceId, data.runId);
    if ('learning' in data) return retryLostRace(() => learnLeads(workspaceId, new Date().toISOString()));
    const until = Date.now() + runMs;
    return advanceDataExport(workspaceId, data.dataExportId, { isTimeLeft: () => Date.now() < until });
  },
);

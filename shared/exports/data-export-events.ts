import * as z from 'zod';
import { defineEvent } from '../core/event.ts';

/** An export of records has work to do: it was asked for, had to stop for time, or nothing was heard of it for too long. */
export const dataExportAdvanced = defineEvent(
  'data_export.advanced',
  1,
  z.object({ dataExportId: z.string() }),
);

/** An export of records can be fetched, or has failed: `outcome` is its status. */
export const dataExportFinished = defineEvent(
  'data_export.finished',
  1,
  z.object({ dataExportId: z.string(), userId: z.string(), outcome: z.string() }),
);

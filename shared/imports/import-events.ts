import * as z from 'zod';
import { defineEvent } from '../core/event.ts';

/** An import has work to do: its file is to be read, or nothing was heard of that for too long. */
export const importAdvanced = defineEvent('import.advanced', 1, z.object({ importId: z.string() }));

/** What somebody asked of an import has come to an end: `outcome` is its status. */
export const importFinished = defineEvent(
  'import.finished',
  1,
  z.object({ importId: z.string(), userId: z.string(), outcome: z.string() }),
);

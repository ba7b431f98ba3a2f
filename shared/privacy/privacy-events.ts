import * as z from 'zod';
import { defineEvent } from '../core/event.ts';

/** An erasure has work to do: it was asked for, had to stop for time, or nothing was heard of it for too long. */
export const erasureAdvanced = defineEvent('erasure.advanced', 1, z.object({ erasureId: z.string() }));
/** Somebody asked for a person's archive. */
export const exportRequested = defineEvent('export.requested', 1, z.object({ exportId: z.string() }));
/** A person's archive can be fetched, or has failed: `outcome` is its status. */
export const exportFinished = defineEvent(
  'export.finished',
  1,
  z.object({ exportId: z.string(), userId: z.string(), outcome: z.string() }),
);

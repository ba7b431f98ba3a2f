import * as z from 'zod';
import { defineEvent } from '../core/event.ts';

/** A run over all records has work to do: it was asked for, had to stop for time, or nothing was heard of it for too long. */
export const duplicateRunAdvanced = defineEvent('dedupe.advanced', 1, z.object({ runId: z.string() }));

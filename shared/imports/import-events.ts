import * as z from 'zod';
import { defineEvent } from '../core/event.ts';

/** An import has work to do: its file is to be read, or nothing was heard of that for too long. */
export const importAdvanced = defineEvent('import.advanced', 1, z.object({ importId: z.string() }));

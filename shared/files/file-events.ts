import * as z from 'zod';
import { defineEvent } from '../core/event.ts';

/**
 * A version's bytes have come and are of a kind that is taken: what a scanner waits for. It fetches them by
 * `GET /v1/files/{fileId}/download?version=` and answers with `POST /v1/files/{fileId}/scan-result`.
 */
export const fileUploaded = defineEvent(
  'file.uploaded',
  1,
  z.object({
    fileId: z.string(),
    number: z.int(),
    recordId: z.string(),
    status: z.enum(['scanning', 'ready']),
  }),
);
/** A version was refused, and its bytes deleted. */
export const fileRefused = defineEvent(
  'file.refused',
  1,
  z.object({ fileId: z.string(), number: z.int(), recordId: z.string(), why: z.string() }),
);

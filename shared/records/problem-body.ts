import * as z from 'zod';

/** A problem as it stands inside an answer (RFC 9457): what a request for the item alone would have been answered. */
export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
  existingId: z.string().optional(),
  mergedInto: z.string().optional(),
  requestId: z.string(),
});

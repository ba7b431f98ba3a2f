import * as z from 'zod';

/** How long the URL of an upload is good. */
export const uploadMinutes = 15;

export const Upload = z.object({
  method: z.literal('PUT'),
  url: z.string().describe('Send the bytes here, once; a secret while it lasts.'),
  headers: z
    .record(z.string(), z.string())
    .describe('Send all of them. A browser sets `content-length` itself.'),
  expiresAt: z.iso.datetime(),
});
export type Upload = z.infer<typeof Upload>;

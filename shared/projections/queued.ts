import * as z from 'zod';

const Key = z.object({ pk: z.string(), sk: z.string() });

/**
 * A message of the queue of keys: records to look at, a partition whose entries' records are to be looked at, or a workspace's contacts
 * to be scored anew (all behind a place in their list, or these).
 */
export const Queued = z.union([
  z.object({ keys: z.array(Key).min(1).max(100) }),
  z.object({
    scores: z.object({
      workspaceId: z.string(),
      after: z.string().optional(),
      ids: z.array(z.string()).max(100).optional(),
    }),
  }),
  z.object({
    /** Entries of this partition carry `of` and `id`; `after` is where an earlier message stopped. */
    partition: z.object({
      workspaceId: z.string(),
      pk: z.string(),
      after: z.string().optional(),
      /** What is noted when the last of them was looked at: this version of what they borrow holds of all. */
      walked: z.object({ key: Key, version: z.int() }).optional(),
    }),
  }),
]);
export type Queued = z.infer<typeof Queued>;

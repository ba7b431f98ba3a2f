import * as z from 'zod';

const Key = z.object({ pk: z.string(), sk: z.string() });

/** A message of the queue of keys: records to look at, or a partition whose entries' records are to be looked at. */
export const Queued = z.union([
  z.object({ keys: z.array(Key).min(1).max(100) }),
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

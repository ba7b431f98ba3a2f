import * as z from 'zod';

const Key = z.object({ pk: z.string(), sk: z.string() });

/** The risks of all customers behind a place in their list, and what is done when the last was reckoned. */
const RisksAnew = z.object({
  workspaceId: z.string(),
  after: z.string().optional(),
  thenLearn: z.literal(true).optional(),
});
export type RisksAnew = z.infer<typeof RisksAnew>;

/**
 * A message of the queue of keys: records to look at, a partition whose entries' records are to be looked at, or a workspace's customers
 * whose risk of leaving is to be reckoned anew.
 */
export const Queued = z.union([
  z.object({ keys: z.array(Key).min(1).max(100) }),
  z.object({ risks: RisksAnew }),
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

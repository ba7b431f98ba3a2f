import * as z from 'zod';
import type { Key } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';

/** What becomes of the records of somebody who is gone; it lies beside the user. */
export const Handover = z.object({
  /** The user's version when it was asked for: a later one takes its place. */
  job: z.int(),
  /** Who gets them; nobody where it is null. */
  to: z.string().nullable(),
  /** Who asked for it. */
  by: z.string(),
  moved: z.int(),
  isDone: z.boolean(),
});
export type Handover = z.infer<typeof Handover>;
export const handoverKey = (workspaceId: string, userId: string): Key => ({
  pk: recordKey(workspaceId, 'user', userId).pk,
  sk: 'HANDOVER',
});

/** As a user shows it. */
export const Reassignment = z.object({
  to: z.string().nullable().describe('Who gets what they had open; null where nobody does.'),
  moved: z.int().describe('Records that were handed over until now.'),
  done: z.boolean(),
});
export const shownHandover = ({ to, moved, isDone }: Handover) => ({ to, moved, done: isDone });

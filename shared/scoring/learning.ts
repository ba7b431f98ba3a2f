import * as z from 'zod';
import type { Item } from '../core/projection.ts';

/**
 * Beside a workspace, when it was last asked to learn from its outcomes, and when it will be looked whether there are new
 * ones: where nothing comes out nobody looks. `version` counts its writes.
 */
const Learning = z.object({
  version: z.int(),
  askedAt: z.iso.datetime().optional(),
  nextAt: z.iso.datetime().optional(),
});
export type Learning = z.infer<typeof Learning>;
export const learningSk = 'LEARNING';
/** The type of the item while something is asked for: that it is, is told as an event. */
export const learningAskedType = 'learning_asked';
export const learningOf = (item: Item | undefined): Learning => Learning.parse(item ?? { version: 0 });

const dayMs = 86_400_000;
export const dayAfter = (at: string) => new Date(Date.parse(at) + dayMs).toISOString();

const patienceDays = 3;
/** What is noted of a look: that there is something new to learn, and when to look again, unless nothing has come out for days. */
export function nextLook(
  now: string,
  newestOutcomeAt: string | undefined,
  learnedAt = '',
): Pick<Learning, 'askedAt' | 'nextAt'> {
  const isNew = newestOutcomeAt !== undefined && newestOutcomeAt > learnedAt;
  const since = new Date(Date.parse(now) - patienceDays * dayMs).toISOString();
  const goesOn = isNew || (newestOutcomeAt ?? '') > since;
  return { ...(isNew && { askedAt: now }), nextAt: goesOn ? dayAfter(now) : undefined };
}

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
  /** When outcomes first became others after it was last asked. */
  changedAt: z.iso.datetime().optional(),
});
export type Learning = z.infer<typeof Learning>;
export const learningSk = 'LEARNING';
/** The type of the item while something is asked for: that it is, is told as an event. */
export const learningAskedType = 'learning_asked';
export const learningOf = (item: Item | undefined): Learning => Learning.parse(item ?? { version: 0 });

const dayMs = 86_400_000;
const dayAfter = (at: string) => new Date(Date.parse(at) + dayMs).toISOString();

/** What is noted while something is learned may be in it or not. */
const graceMs = 60_000;
/** What is noted of a look: that there is something new to learn, and when to look again; else nobody looks until something is. */
export function nextLook(
  now: string,
  changedAt: string | undefined,
  learnedAt: string | undefined,
): Pick<Learning, 'askedAt' | 'nextAt'> {
  const since = learnedAt === undefined ? '' : new Date(Date.parse(learnedAt) - graceMs).toISOString();
  const isNew = changedAt !== undefined && changedAt > since;
  return isNew ? { askedAt: now, nextAt: dayAfter(now) } : { nextAt: undefined };
}
/** What is to be noted where outcomes become others; undefined where that is noted. */
export function woken(
  { nextAt, changedAt, askedAt = '' }: Learning,
  now: string,
): Pick<Learning, 'changedAt' | 'nextAt'> | undefined {
  const isNoted = nextAt !== undefined && changedAt !== undefined && changedAt > askedAt;
  return isNoted ? undefined : { changedAt: now, nextAt: nextAt ?? dayAfter(now) };
}

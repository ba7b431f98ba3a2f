import * as z from 'zod';
import type { Deal } from './deal.ts';
import type { Stage } from './pipeline.ts';

/**
 * What touches a deal, kept beside it rather than in it, so that a mail that comes in while somebody edits the deal does
 * not fail their If-Match. `version` counts its writes.
 */
export const DealClock = z.object({
  version: z.int().default(0),
  /** The last thing that happened with it. */
  last: z
    .object({ at: z.iso.datetime(), kind: z.string(), id: z.string(), by: z.string().optional() })
    .optional(),
  /** What is planned, by the id of its task or activity. `resets`: when its time comes it counts as an activity. */
  planned: z.record(z.string(), z.object({ at: z.iso.datetime(), resets: z.boolean() })).default({}),
  /** The idleness that has its task already, named by the moment from which it is counted. */
  idleFor: z.iso.datetime().optional(),
});
export type DealClock = z.infer<typeof DealClock>;
export const clockSk = 'CLOCK';
export const freshClock: DealClock = { version: 0, planned: {} };

const dayMs = 86_400_000;
const plusDays = (at: string, days: number) => new Date(Date.parse(at) + days * dayMs).toISOString();
const latest = (moments: string[]): string => moments.toSorted().at(-1) ?? '';

/** The moment from which idleness is counted: a stage move or the last thing that happened, whichever is later. */
export const idleBase = ({ stageEnteredAt }: Deal, { last }: DealClock) =>
  latest([stageEnteredAt, last?.at ?? '']);

/**
 * When an open deal becomes idle: its stage's idle days after the base, but not before what is planned has passed (a planned
 * activity counts as one from then on, a planned task only suspends). Undefined where it never does, or where this
 * idleness has its task already.
 */
export function idleDueAt(deal: Deal, clock: DealClock, stage: Stage | undefined): string | undefined {
  const days = stage?.idleDays;
  if (deal.status !== 'open' || days === undefined) return undefined;
  const base = idleBase(deal, clock);
  if (clock.idleFor === base) return undefined;
  const planned = Object.values(clock.planned).map(({ at, resets }) => (resets ? plusDays(at, days) : at));
  return latest([plusDays(base, days), ...planned]);
}

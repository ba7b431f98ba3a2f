import * as z from 'zod';
import type { Deal } from './deal.ts';
import type { Stage } from './pipeline.ts';

/**
 * What touches a deal, kept beside it rather than in it, so that a mail that comes in while somebody edits the deal does
 * not fail their If-Match. `version` counts its writes.
 */
export const DealClock = z.object({
  version: z.int().default(0),
  /** The last thing that happened with it: an activity, or a task that was done. */
  last: z.object({ at: z.iso.datetime(), kind: z.string(), id: z.string() }).optional(),
  /** What was planned when it was written, by the id of its task or activity. `resets`: it is an activity, and counts as one. */
  planned: z
    .record(z.string(), z.object({ at: z.iso.datetime(), kind: z.string(), resets: z.boolean() }))
    .default({}),
  /** The idleness that has its task already, named by the moment from which it is counted. */
  idleFor: z.iso.datetime().optional(),
});
export type DealClock = z.infer<typeof DealClock>;
export const clockSk = 'CLOCK';
const freshClock: DealClock = { version: 0, planned: {} };
/** A deal's clock as it is stored; a deal that nothing has touched yet has none. */
export const clockOf = (item: unknown): DealClock => (item ? DealClock.parse(item) : freshClock);

const dayMs = 86_400_000;
const plusDays = (at: string, days: number) => new Date(Date.parse(at) + days * dayMs).toISOString();
const latest = (moments: string[]): string => moments.toSorted().at(-1) ?? '';

/** The moment of what is planned as an activity. */
const plannedActivities = ({ planned }: DealClock) =>
  Object.values(planned)
    .filter(({ resets }) => resets)
    .map(({ at }) => at);

/**
 * The moment from which idleness is counted, and its name: a stage move, the last thing that happened or an activity that
 * is planned, whichever is latest. It does not matter here whether the plan's time has come: until then nobody is idle.
 */
export const idleBase = ({ stageEnteredAt }: Pick<Deal, 'stageEnteredAt'>, clock: DealClock) =>
  latest([stageEnteredAt, clock.last?.at ?? '', ...plannedActivities(clock)]);

/**
 * Whether this idleness has its task: the moment that the task is named by is not before the base, which goes back where a
 * plan is given up.
 */
export const isIdle = (deal: Pick<Deal, 'status' | 'stageEnteredAt'>, clock: DealClock) =>
  deal.status === 'open' && (clock.idleFor ?? '') >= idleBase(deal, clock);

/**
 * When an open deal becomes idle: its stage's idle days after the base, but not before the day of a planned task is over
 * (a task only suspends, it counts as activity when it is done). Undefined where it never does, or where this idleness has
 * its task already.
 */
export function idleDueAt(deal: Deal, clock: DealClock, stage: Stage | undefined): string | undefined {
  const days = stage?.idleDays;
  if (deal.status !== 'open' || days === undefined || isIdle(deal, clock)) return undefined;
  const plans = Object.values(clock.planned).map(({ at }) => at);
  return latest([plusDays(idleBase(deal, clock), days), ...plans]);
}

import type { Activity } from '../activities/activity.ts';
import type { Counters } from '../core/projection.ts';
import { cubePk, ownersCounters } from './cube.ts';

export const activityCube = 'ACTIVITY';

type Done = Pick<Activity, 'workspaceId' | 'kind' | 'at' | 'direction' | 'call' | 'by'>;
/** Who did it: of a call whoever spoke, which a telephony system says; else its author. What Rapport logged itself nobody did. */
const doerOf = ({ call, by }: Pick<Done, 'call' | 'by'>): string | undefined =>
  call?.agentId ?? (by.kind === 'user' ? by.id : undefined);

/** Visitors look at pages, and nobody of ours does anything in that. */
const isCounted = ({ kind }: Done) => kind !== 'page_view';
/** When a planned one will count; undefined where it does, or never will. */
export const countsAt = (activity: Done, now: string): string | undefined =>
  isCounted(activity) && activity.at > now ? activity.at : undefined;

/**
 * An activity that has happened, in the month of that (UTC): `<kind>`, or `<kind>.<direction>` where one is known, under who did
 * it. Nothing of one that is planned.
 */
export function activityCells(activity: Done, now: string): Counters {
  const { workspaceId, kind, at } = activity;
  if (!isCounted(activity) || at > now) return {};
  const direction = activity.direction ?? activity.call?.direction;
  const measures = { [direction ? `${kind}.${direction}` : kind]: 1 };
  return ownersCounters(cubePk(workspaceId, activityCube), doerOf(activity), [
    { month: at.slice(0, 7), measures, values: {} },
  ]);
}

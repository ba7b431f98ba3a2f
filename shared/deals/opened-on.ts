import { invalidField } from '../core/errors.ts';
import type { Deal } from './deal.ts';

const dayOf = (at: string) => at.slice(0, 10);
const furthestEastMs = 14 * 3_600_000;
/** The day that a moment is of where the day begins first (UTC+14): nowhere is it a later one. */
const latestDayOf = (at: string) => dayOf(new Date(Date.parse(at) + furthestEastMs).toISOString());

/** Whether a sale may have begun on that day when it ended at that moment, somewhere on earth. */
export const isOpenedBefore = (openedOn: string, endAt: string): boolean => openedOn <= latestDayOf(endAt);

/**
 * Holds a sale to have begun before it ended, or before now: so closing it later cannot fail for it. Throws `validation_failed` with
 * `opened_too_late` at `/openedOn`.
 */
export function assertOpenedBefore(openedOn: string | undefined, endAt: string): void {
  if (openedOn === undefined || isOpenedBefore(openedOn, endAt)) return;
  const detail = `A deal was opened before it was closed, and before now: on ${latestDayOf(endAt)} at the latest.`;
  throw invalidField('/openedOn', 'opened_too_late', detail);
}

/** The day on which a sale began (YYYY-MM-DD): the one that was said, else that on which it was written here (UTC), never after the day of its end. */
export function openedOnOf({
  openedOn,
  createdAt,
  closedAt,
}: Pick<Deal, 'openedOn' | 'createdAt' | 'closedAt'>): string {
  const began = openedOn ?? dayOf(createdAt);
  const ended = closedAt && dayOf(closedAt);
  return ended !== undefined && ended < began ? ended : began;
}

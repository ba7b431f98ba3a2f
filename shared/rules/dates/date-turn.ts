import { dateAfter, hasLeapDay, localDate, momentOn } from '../../core/local-day.ts';
import type { DateTrigger } from '../trigger.ts';

/** A turn of a date rule: a day in the workspace's zone, and its moment (ISO 8601 UTC). */
export type Turn = { day: string; at: string };

/** The first turn behind a moment. */
export function turnBehind(moment: string, { at: time }: Pick<DateTrigger, 'at'>, timeZone: string): Turn {
  const today = localDate(moment, timeZone);
  const turns = [0, 1, 2].map((days) => {
    const day = dateAfter(today, days);
    return { day, at: momentOn(day, time, timeZone) };
  });
  return turns.find(({ at }) => at > moment) ?? (turns[2] as Turn);
}
/** The turn of the day behind another. */
export function turnAfter({ day }: Turn, { at: time }: Pick<DateTrigger, 'at'>, timeZone: string): Turn {
  const next = dateAfter(day, 1);
  return { day: next, at: momentOn(next, time, timeZone) };
}

/**
 * What stands in the index for whom a turn is: the day that lies `offsetDays` before it (behind it where negative). Of what comes every
 * year the month and day; the 29th of February is on the 28th where there is none.
 */
export function daysMeant({ day }: Pick<Turn, 'day'>, { offsetDays, yearly }: DateTrigger): string[] {
  const meant = dateAfter(day, -offsetDays);
  if (!yearly) return [meant];
  const monthDay = meant.slice(5);
  return monthDay === '02-28' && !hasLeapDay(Number(meant.slice(0, 4))) ? [monthDay, '02-29'] : [monthDay];
}

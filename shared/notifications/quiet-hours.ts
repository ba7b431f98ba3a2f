import { dateAfter, localDate, momentOn, type Weekday, weekdayOf, weekdays } from '../core/local-day.ts';

export type QuietHours = { from: string; to: string; days?: readonly Weekday[] | undefined };
const mostDays = 9;
const dayMs = 86_400_000;

/** Whether there is no moment at which somebody may be disturbed: whole days, every day. */
export const isEndless = ({ from, to, days = weekdays }: QuietHours): boolean =>
  from === to && weekdays.every((day) => days.includes(day));

/** When the quiet hours end that a moment lies in; undefined where it lies in none. */
function endOf({ from, to, days = weekdays }: QuietHours, at: string, timeZone: string): string | undefined {
  const today = localDate(at, timeZone);
  const ends = [dateAfter(today, -1), today].flatMap((day) => {
    if (!days.includes(weekdayOf(day))) return [];
    const end = momentOn(to > from ? day : dateAfter(day, 1), to, timeZone);
    return momentOn(day, from, timeZone) <= at && at < end ? [end] : [];
  });
  return ends.sort().at(-1);
}

/**
 * Until when (ISO 8601 UTC) somebody is not to be disturbed, in their IANA time zone: quiet hours that follow each other at once are one.
 * Undefined where they may be.
 */
export function quietUntil(quiet: QuietHours | undefined, at: string, timeZone: string): string | undefined {
  let until: string | undefined;
  for (let n = 0; quiet && n < mostDays - 1; n++) {
    const end = endOf(quiet, until ?? at, timeZone);
    if (end === undefined) break;
    until = end;
  }
  return until;
}

/**
 * Until when (ISO 8601 UTC) what was made at a moment is held; undefined where it is held no more. Nothing is held for longer than nine days,
 * also where quiet hours that are kept never end, or the sweep misses the little that is between two of them.
 */
export function heldUntil(
  quiet: QuietHours | undefined,
  { madeAt, now }: { madeAt: string; now: string },
  timeZone: string,
): string | undefined {
  const latest = new Date(Date.parse(madeAt) + mostDays * dayMs).toISOString();
  const until = now < latest ? quietUntil(quiet, now, timeZone) : undefined;
  return until && until > latest ? latest : until;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' } as const;
  const more = { minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, ...parts, ...more });
  formats.set(timeZone, made);
  return made;
}

/** What the wall clock shows, as if it were UTC, in milliseconds. */
function wallClock(ms: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(ms);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

/** The date (ISO 8601) of a moment in an IANA time zone. */
export const localDate = (at: string, timeZone: string) =>
  new Date(wallClock(Date.parse(at), timeZone)).toISOString().slice(0, 10);

const dayMs = 86_400_000;
const onDay = (ms: number, timeZone: string) => new Date(wallClock(ms, timeZone)).toISOString().slice(0, 10);

/**
 * The moment (ISO 8601 UTC) at which a date is over in an IANA time zone: where the day after begins, which is not
 * midnight where the clocks are put forward at midnight.
 */
export function endOfDay(date: string, timeZone: string): string {
  const noon = Date.parse(`${date}T12:00:00.000Z`);
  let [before, after] = [noon - dayMs, noon + 2 * dayMs]; // every zone's end of the date lies between
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (onDay(middle, timeZone) > date) after = middle;
    else before = middle;
  }
  return new Date(after).toISOString();
}

/**
 * The moment (ISO 8601 UTC) on another date at which the wall clock shows what it showed at `at`, in an IANA time zone: over a
 * change of the clocks nine in the morning stays nine. An hour that a date lacks is the next one.
 */
export function sameTimeOn(at: string, date: string, timeZone: string): string {
  const ms = Date.parse(at);
  const shown = wallClock(ms, timeZone);
  const wanted = Date.parse(`${date}T00:00:00.000Z`) + (((shown % dayMs) + dayMs) % dayMs);
  const near = wanted - (shown - Math.floor(ms / 1000) * 1000);
  const off = wallClock(near, timeZone) - near;
  return new Date(wanted - off + (ms % 1000)).toISOString();
}

/**
 * The moment (ISO 8601 UTC) on a date at which the wall clock shows a time (`07:30`), in an IANA time zone. A time that the date lacks,
 * because the clocks are put forward over it, is as much later; of one that it has twice it is the first.
 */
export function momentOn(date: string, time: string, timeZone: string): string {
  const wanted = Date.parse(`${date}T${time}:00.000Z`);
  const [before = wanted, after = wanted] = [-dayMs, dayMs].map((away) => {
    const near = wanted + away;
    return wanted - (wallClock(near, timeZone) - near);
  });
  const shown = [before, after].filter((ms) => wallClock(ms, timeZone) === wanted);
  return new Date(shown.length > 0 ? Math.min(...shown) : before).toISOString();
}

/** So many days after a date (ISO 8601). */
export const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10);

/** How many days lie between two dates (ISO 8601; of a moment it is that of UTC); less than 0 where the second is the earlier. */
export const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / dayMs);

/** Whether a year has a 29th of February. */
export const hasLeapDay = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];
/** The day of the week of a date (ISO 8601). */
export const weekdayOf = (date: string): Weekday =>
  weekdays[(new Date(`${date}T00:00:00.000Z`).getUTCDay() + 6) % 7] as Weekday;

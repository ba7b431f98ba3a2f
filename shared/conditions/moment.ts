import { endOfDay, localDate } from '../core/local-day.ts';
import { dayAfter, dayWhenShifted, type Shift, shifted, shiftedDay, shiftOf, whenShifted } from './shift.ts';

/** The moment of a look (ISO 8601 UTC), and the workspace's time zone, by which days begin and end. */
export type Now = { at: string; timeZone: string };
/** Where a value lies as seen from a bound. */
export type Place = 'before' | 'in' | 'after';

const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const instantForm = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;
/** A day that there is: `Date.parse` takes the 30th of February for the 2nd of March. */
const isThere = (day: string) => {
  const ms = Date.parse(`${day}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
};
export const isDay = (text: string) => dayForm.test(text) && isThere(text);
/** A moment of a day that there is, with its offset from UTC (ISO 8601). */
export const isInstant = (text: string) => {
  const [, day] = instantForm.exec(text) ?? [];
  return day !== undefined && isThere(day) && !Number.isNaN(Date.parse(text));
};
/** What a bound may be: `today`, a distance from now, a day, an instant. */
export const isMoment = (text: string) =>
  text === 'today' || shiftOf(text) !== undefined || isDay(text) || isInstant(text);

const ends = new Map<string, number>();
const mostKept = 5000;
/** The millisecond at which a day is over; kept, since it takes the zone's calendar some thirty looks. */
function dayEnd(day: string, timeZone: string): number {
  const name = `${day}${timeZone}`;
  const known = ends.get(name);
  if (known !== undefined) return known;
  const end = Date.parse(endOfDay(day, timeZone));
  if (ends.size >= mostKept) ends.clear();
  ends.set(name, end);
  return end;
}
const dayStart = (day: string, timeZone: string) => dayEnd(dayAfter(day, -1), timeZone);

/** The days of a bound for days; none of one that has hours. */
function boundDay(bound: string, { at, timeZone }: Now): string | undefined {
  if (isDay(bound)) return bound;
  if (bound === 'today') return localDate(at, timeZone);
  const shift = shiftOf(bound);
  return shift && shift.unit !== 'h' ? shiftedDay(localDate(at, timeZone), shift) : undefined;
}

/** The milliseconds of a bound for instants, up to the first behind it: a day's are all of the day. */
export function boundSpan(bound: string, now: Now): [from: number, until: number] | undefined {
  const day = bound === 'today' || isDay(bound) ? boundDay(bound, now) : undefined;
  if (day) return [dayStart(day, now.timeZone), dayEnd(day, now.timeZone)];
  const shift = shiftOf(bound);
  if (!shift && !isInstant(bound)) return undefined;
  const ms = shift ? shifted(Date.parse(now.at), shift) : Date.parse(bound);
  return [ms, ms + 1];
}

/** Where something lies as seen from all from `from` up to before `until`. */
function seenFrom<T extends string | number>(value: T, from: T, until: T): Place {
  if (value < from) return 'before';
  return value < until ? 'in' : 'after';
}

/** Where a stored day or instant lies as seen from a bound; nowhere where the two do not compare. */
export function placeOf(value: string, bound: string, now: Now): Place | undefined {
  if (isDay(value)) {
    const day = boundDay(bound, now);
    return day === undefined ? undefined : seenFrom(value, day, dayAfter(day, 1));
  }
  const span = isInstant(value) ? boundSpan(bound, now) : undefined;
  return span && seenFrom(Date.parse(value), ...span);
}

const today: Shift = { amount: 0, unit: 'd' };
function dayTurns(value: string, bound: string, { at, timeZone }: Now): number[] {
  const shift = bound === 'today' ? today : shiftOf(bound);
  if (!shift || shift.unit === 'h') return [];
  const now = localDate(at, timeZone);
  const days = [value, dayAfter(value, 1)].map((target) => dayWhenShifted(target, shift, now));
  return days.map((day) => dayStart(day, timeZone));
}
function instantTurns(value: string, bound: string, { at, timeZone }: Now): number[] {
  const ms = Date.parse(value);
  if (bound === 'today') {
    const day = localDate(value, timeZone);
    return [dayStart(day, timeZone), dayEnd(day, timeZone)];
  }
  const shift = shiftOf(bound);
  return shift ? [ms, ms + 1].map((target) => whenShifted(target, shift, Date.parse(at))) : [];
}

/** Later moments (ms) at which a value may come to lie elsewhere, because the bound goes along with the time. */
export function turnsOf(value: string, bound: string, now: Now): number[] {
  if (isDay(value)) return dayTurns(value, bound, now);
  return isInstant(value) ? instantTurns(value, bound, now) : [];
}

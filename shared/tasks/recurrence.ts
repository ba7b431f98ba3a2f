import * as z from 'zod';
import { Day } from '../core/day.ts';

const isWithin = (text: string, least: number, most: number) =>
  /^[+-]?\d{1,3}$/.test(text) && Math.abs(Number(text)) >= least && Math.abs(Number(text)) <= most;
const isCount = (most: number) => (text: string) =>
  /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
const list = (isOne: (text: string) => boolean) => (text: string) => text.split(',').every(isOne);
const weekday = /^(?<nth>[+-]?\d{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)$/;
const isWeekday = (text: string) => {
  const found = weekday.exec(text);
  const nth = found?.groups?.nth;
  return found !== null && (nth === undefined || isWithin(nth, 1, 53));
};
const isDate = (text: string) =>
  /^\d{8}$/.test(text) && Day.safeParse(text.replace(/^(....)(..)(..)$/, '$1-$2-$3')).success;

/** Parts of a rule that name days (RFC 5545, 3.3.10); a task has no time of day. */
const parts: Record<string, (value: string) => boolean> = {
  FREQ: (value) => ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(value),
  INTERVAL: isCount(999),
  COUNT: isCount(9999),
  UNTIL: isDate,
  WKST: (value) => /^(?:MO|TU|WE|TH|FR|SA|SU)$/.test(value),
  BYDAY: list(isWeekday),
  BYMONTHDAY: list((day) => isWithin(day, 1, 31)),
  BYMONTH: list((month) => /^\d{1,2}$/.test(month) && isWithin(month, 1, 12)),
  BYSETPOS: list((place) => isWithin(place, 1, 366)),
};

/** How many weeks and days a frequency has that places may be counted of; none of a day or a week. */
const places: Record<string, { weeks: number; days: number }> = {
  MONTHLY: { weeks: 5, days: 31 },
  YEARLY: { weeks: 53, days: 366 },
};
const isBeyond = (list: string, most: number) =>
  list.split(',').some((one) => Math.abs(Number.parseInt(one, 10)) > most);

/** What the standard does not allow together, and what is never there: the library would look for it until the year 9999. */
function clashes(rule: ReadonlyMap<string, string>): boolean {
  const of = (name: string) => rule.get(name) ?? '';
  const { weeks, days } = places[of('FREQ')] ?? { weeks: 0, days: 0 };
  return (
    (rule.has('COUNT') && rule.has('UNTIL')) ||
    (of('FREQ') === 'WEEKLY' && rule.has('BYMONTHDAY')) ||
    isBeyond(of('BYDAY'), weeks) ||
    isBeyond(of('BYSETPOS'), days) ||
    (rule.has('BYSETPOS') && !['BYDAY', 'BYMONTHDAY', 'BYMONTH'].some((name) => rule.has(name)))
  );
}

function isRule(text: string): boolean {
  const given = text.split(';').map((part) => part.split('=', 2) as [name: string, value?: string]);
  const rule = new Map(given.map(([name, value = '']) => [name, value]));
  const isKnown = ([name, value]: [string, string]) => Object.hasOwn(parts, name) && parts[name]?.(value);
  return (
    given[0]?.[0] === 'FREQ' &&
    rule.size === given.length &&
    text.split('=').length === given.length + 1 &&
    [...rule].every(isKnown) &&
    !clashes(rule)
  );
}
export const Recurrence = z
  .string()
  .max(200)
  .refine(isRule, 'A recurrence rule of days (RFC 5545), like FREQ=WEEKLY;BYDAY=MO.');

/** The first day (YYYY-MM-DD) of a rule that begins on `from`, behind `after`; undefined where there is none. */
export type NextDay = (rule: string, from: string, after: string) => string | undefined;
const farYears = 10;

/** Loaded where a task comes again, which few do. */
export async function recurrences(): Promise<NextDay> {
  // Its CommonJS build, which Node takes, has a default export alone; its module build, which a bundle takes, has none.
  const library = await import('rrule');
  const { RRule } = library.RRule ? library : library.default;
  return (rule, from, after) => {
    const dtstart = new Date(`${from}T00:00:00.000Z`);
    const behind = new Date(`${after}T00:00:00.000Z`);
    const options = RRule.parseString(rule);
    // A rule may name days that never come: it is looked for so far, and no further.
    const far = new Date(Math.max(+dtstart, +behind));
    far.setUTCFullYear(far.getUTCFullYear() + farYears);
    const until = options.until && options.until < far ? options.until : far;
    const { until: _, ...rest } = options;
    return new RRule({ ...rest, dtstart, until }).after(behind)?.toISOString().slice(0, 10);
  };
}

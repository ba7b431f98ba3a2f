import * as z from 'zod';

/** Parts of a rule that name days (RFC 5545, 3.3.10); a task has no time of day. */
const part =
  /^(?:FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)|INTERVAL=[1-9]\d{0,2}|COUNT=[1-9]\d{0,3}|UNTIL=\d{8}|WKST=(?:MO|TU|WE|TH|FR|SA|SU)|BYDAY=(?:[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU),?){1,7}|BYMONTHDAY=(?:-?\d{1,2},?){1,31}|BYMONTH=(?:\d{1,2},?){1,12}|BYSETPOS=(?:-?\d{1,3},?){1,5})$/;

function isRule(text: string): boolean {
  const parts = text.split(';');
  const names = parts.map((one) => one.split('=')[0]);
  const isOnce =
    new Set(names).size === names.length && !(names.includes('COUNT') && names.includes('UNTIL'));
  return isOnce && names[0] === 'FREQ' && parts.every((one) => part.test(one) && !one.endsWith(','));
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
  const { RRule } = (await import('rrule')).default;
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

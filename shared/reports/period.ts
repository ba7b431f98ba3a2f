import * as z from 'zod';
import { invalidField } from '../core/errors.ts';
import type { Month } from './cube.ts';

export const MonthField = z
  .string()
  .regex(/^(?:19[7-9]\d|20\d\d|21\d\d)-(?:0[1-9]|1[0-2])$/, 'A month from 1970 to 2199, like 2026-11.');
/** A month in an answer: the period before an early one is earlier than can be asked for. */
export const ShownMonth = z.string().regex(/^\d{4}-\d{2}$/, 'A month, like 2026-11.');
export const PeriodQuery = {
  from: MonthField.optional().describe(
    'The first month, like 2026-01: eleven before `to` where it is left out.',
  ),
  to: MonthField.optional().describe('The last month: the present one (UTC) where it is left out.'),
};
export type Period = { from: Month; to: Month };

const mostMonths = 240;
/** Months are counted on from the year 0. */
export const numberOf = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
/** The month so many after another. */
export function monthsAfter(month: Month, count: number): Month {
  const at = numberOf(month) + count;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}
const lengthOf = ({ from, to }: Period): number => numberOf(to) - numberOf(from) + 1;
export const monthsOf = (period: Period): Month[] =>
  Array.from({ length: lengthOf(period) }, (_, n) => monthsAfter(period.from, n));
/** The period of the same length just before. */
export const periodBefore = (period: Period): Period => ({
  from: monthsAfter(period.from, -lengthOf(period)),
  to: monthsAfter(period.from, -1),
});

/** The stretch of a list whose keys begin with their month and `#`. */
export const inMonths = ({ from, to }: Period) => ({ from: `${from}#`, to: `${to}$` }); // `$` sorts behind `#`

/** What was asked for, with what was left out. Throws `validation_failed`: `period_crossed`, `period_too_long`. */
export function periodOf(asked: { from?: Month | undefined; to?: Month | undefined }, now: string): Period {
  const to = asked.to ?? now.slice(0, 7);
  const period = { from: asked.from ?? monthsAfter(to, -11), to };
  const length = lengthOf(period);
  if (length < 1) throw invalidField('/from', 'period_crossed', 'The first month is not after the last.');
  if (length > mostMonths)
    throw invalidField('/from', 'period_too_long', `A report covers ${mostMonths} months at most.`);
  return period;
}

import * as z from 'zod';
import { dateAfter, daysFrom, type Weekday, weekdayOf, weekdays } from '../core/local-day.ts';
import type { Purchases } from '../orders/purchases.ts';

/** Why a customer is best spoken to on a day. */
export const NextContactWhy = z.object({
  code: z.enum(['rhythm', 'overdue', 'touched', 'first_order', 'interval']),
  /** When they last ordered, or one of ours last spoke with them. */
  on: z.iso.date(),
  everyDays: z.number().optional(),
  /** The day of the week on which they mostly order. */
  weekday: z.enum(weekdays).optional(),
});
export type NextContactWhy = z.infer<typeof NextContactWhy>;
type Found = { nextContactOn: string; nextContactWhy: NextContactWhy };

/** How long before an order is expected they are best spoken to: a quarter of the span, a week at most. */
const leadOf = (everyDays: number) => Math.min(7, Math.round(everyDays / 4));
/** Of whom no rhythm is known. */
const usualDays = 30;
/** After a first order, before it is forgotten. */
const afterFirstDays = 14;
/** Nobody is to be asked again so soon. */
const restDays = 7;
const enoughForRhythm = 3;
const enoughForWeekday = 5;

/** The day of the week on which at least half of their orders came, if there are enough to say so. */
function usualWeekday(days: readonly string[]): Weekday | undefined {
  const distinct = [...new Set(days)];
  if (distinct.length < enoughForWeekday) return undefined;
  const counts = Map.groupBy(distinct, weekdayOf);
  const [most] = [...counts].toSorted(([, a], [, b]) => b.length - a.length);
  return most && most[1].length * 2 >= distinct.length ? most[0] : undefined;
}

/** That day or the first after it that is such a day of the week; where there is none, the first that is no weekend. */
export function shiftedTo(weekday: Weekday | undefined, day: string): string {
  const isMeant = (on: string) => {
    const its = weekdayOf(on);
    return weekday ? its === weekday : its !== 'saturday' && its !== 'sunday';
  };
  return [0, 1, 2, 3, 4, 5, 6].map((days) => dateAfter(day, days)).find(isMeant) ?? day;
}

const dayOf = (at: string) => at.slice(0, 10);

/** When an order is next expected of them, less a little; of one order alone, when it is time to ask how it was. */
function expected(purchases: Purchases, lastOn: string): { on: string; why: NextContactWhy } {
  const { orderCount, medianGapDays } = purchases;
  if (orderCount === 1)
    return { on: dateAfter(lastOn, afterFirstDays), why: { code: 'first_order', on: lastOn } };
  const isRhythm = orderCount >= enoughForRhythm && medianGapDays !== undefined && medianGapDays >= 1;
  if (!isRhythm) return { on: dateAfter(lastOn, usualDays), why: { code: 'interval', on: lastOn } };
  const days = Math.round(medianGapDays) - leadOf(medianGapDays);
  return { on: dateAfter(lastOn, days), why: { code: 'rhythm', on: lastOn, everyDays: medianGapDays } };
}

/** What was said above where one of ours has spoken with them since it was time: no sooner than half of their span after that. */
function afterTouch(found: ReturnType<typeof expected>, touchedOn: string | undefined) {
  const isAnswered = touchedOn !== undefined && touchedOn >= dateAfter(found.on, -restDays);
  if (!isAnswered) return found;
  const { everyDays = usualDays } = found.why;
  const on = dateAfter(touchedOn, Math.max(restDays, Math.round(everyDays / 2)));
  const why = { code: 'touched' as const, on: touchedOn, ...(found.why.everyDays && { everyDays }) };
  return { on: [on, found.on].toSorted().at(-1) ?? on, why };
}

/**
 * When a customer is best spoken to next, and why: before their next order is due by their own rhythm, on the day of the week on
 * which they mostly order, and not again where one of ours just has. Never before `today` (a date). Undefined of whom nothing was bought by.
 */
export function nextContact(
  purchases: Purchases,
  lastTouchedAt: string | undefined,
  today: string,
): Found | undefined {
  const { lastOrderAt, newest } = purchases;
  if (!lastOrderAt) return undefined;
  const lastOn = dayOf(lastOrderAt);
  const { on, why } = afterTouch(expected(purchases, lastOn), lastTouchedAt && dayOf(lastTouchedAt));
  const weekday = usualWeekday(newest.map(([day]) => day));
  const isOver = daysFrom(today, on) < 0;
  const code = isOver && why.code === 'rhythm' ? ('overdue' as const) : why.code;
  return {
    nextContactOn: shiftedTo(weekday, isOver ? today : on),
    nextContactWhy: { ...why, code, ...(weekday && { weekday }) },
  };
}

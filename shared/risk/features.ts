import { daysFrom } from '../core/local-day.ts';
import { type Bought, gapsOf, medianOf, mostRemembered, type Purchases } from '../orders/purchases.ts';

const halfYearDays = 180;
/** Two days with orders in one week are no rhythm of days. */
const shortestGapDays = 7;
/** From so many days on, what was before the last half year says how much somebody used to buy. */
const daysToCompare = 240;

/** What is learned from. */
export type Buying = {
  recencyDays: number;
  orders: number;
  moneyCents: number;
  tenureDays: number;
  /** How many of their usual spans have gone by since the last order. */
  lateness?: number;
  spendPercent?: number;
};

/** What was bought up to a day: who has ordered for a day to come has not ordered then. */
export function boughtUpTo(purchases: Purchases, on: string): Purchases {
  const { newest, orderCount } = purchases;
  const known = newest.filter(([day]) => day <= on);
  if (known.length === newest.length) return purchases;
  const { lastOrderAt: _, medianGapDays: __, ...rest } = purchases;
  const [last] = known;
  const medianGapDays = medianOf(gapsOf(known.map(([day]) => day)));
  return {
    ...rest,
    newest: known,
    orderCount: orderCount - (newest.length - known.length),
    ...(last && { lastOrderAt: `${last[0]}T00:00:00.000Z` }),
    ...(medianGapDays !== undefined && { medianGapDays }),
  };
}

const tenth = (number: number) => Math.round(number * 10) / 10;
const inHalfYear = (orders: readonly Bought[], on: string) =>
  orders.filter(([day]) => daysFrom(day, on) < halfYearDays);

/** How often they ordered up to a day, and how late they are by that. */
function rhythmOn(days: readonly string[], recencyDays: number): Pick<Buying, 'lateness'> {
  const gap = medianOf(gapsOf(days));
  return gap === undefined ? {} : { lateness: tenth(recencyDays / Math.max(gap, shortestGapDays)) };
}

/** What they spend a day of late, in hundredths of what they did before. */
function trendOf(
  moneyCents: number,
  lately: readonly Bought[],
  tenureDays: number,
): Pick<Buying, 'spendPercent'> {
  const ofLate = lately.reduce((sum, [, cents]) => sum + cents, 0);
  const before = (moneyCents - ofLate) / (tenureDays - halfYearDays);
  const isKnown = tenureDays >= daysToCompare && before > 0 && lately.length < mostRemembered;
  return isKnown ? { spendPercent: Math.round((100 * ofLate) / halfYearDays / before) } : {};
}

/**
 * What a customer's buying says on a day, as if nothing had been ordered after it: so that what is learned from was known before it
 * came out. Money is that of the currency of the newest order. Undefined before the first order, and where none of the orders that are
 * remembered is as old.
 */
export function featuresOn(purchases: Purchases, on: string): Buying | undefined {
  const { firstOrderAt, newest, orderCount, orderTotalCents } = purchases;
  const later = newest.filter(([day]) => day > on);
  const known = newest.slice(later.length);
  const [last] = known;
  if (!firstOrderAt || !last) return undefined;
  const [lastDay, , currency] = last;
  const [recencyDays, tenureDays] = [daysFrom(lastDay, on), daysFrom(firstOrderAt, on)];
  const laterCents = later.reduce((sum, [, cents, own]) => sum + (own === currency ? cents : 0), 0);
  const moneyCents = (orderTotalCents[currency] ?? 0) - laterCents;
  const lately = inHalfYear(known, on);
  return {
    recencyDays,
    orders: orderCount - later.length,
    moneyCents,
    tenureDays,
    ...rhythmOn(
      known.map(([day]) => day),
      recencyDays,
    ),
    ...trendOf(
      moneyCents,
      lately.filter(([, , own]) => own === currency),
      tenureDays,
    ),
  };
}

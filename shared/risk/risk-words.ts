import type { NextContactWhy } from './next-contact.ts';
import type { StoredReason } from './risk.ts';

type Told = Omit<StoredReason, 'points'> & { days?: number | undefined };
const count = (number: number | undefined, one: string) => `${number ?? 0} ${one}${number === 1 ? '' : 's'}`;
const every = (days: number | undefined) => count(Math.round(days ?? 0), 'day');

const words: Record<StoredReason['code'], (reason: Told) => string> = {
  last_order: ({ days }) => `The last order was ${count(days, 'day')} ago`,
  late: ({ everyDays, days }) =>
    `Orders every ${every(everyDays)}; the last order was ${count(days, 'day')} ago`,
  orders: ({ count: orders }) => `${count(orders, 'order')} so far`,
  spending: ({ percent }) => `Spends ${percent} % of what they used to`,
  money: ({ amountCents, currency }) =>
    `Bought for ${((amountCents ?? 0) / 100).toFixed(2)} ${currency} in all`,
  customer_since: ({ on }) => `A customer since ${on}`,
  tickets: ({ count: tickets }) =>
    tickets === 1 ? 'A ticket of high priority is open' : `${tickets} tickets of high priority are open`,
  rating: ({ score }) => `Rated us ${score} of 5 last`,
  silent: ({ days }) => `Nothing was heard for ${count(days, 'day')}`,
};
/** A reason in words. Every number of them is a field, so that other languages can say the same. */
export const wordsFor = (reason: Told): string => words[reason.code](reason);

const contactWords: Record<NextContactWhy['code'], (why: NextContactWhy) => string> = {
  rhythm: ({ everyDays, on }) => `Orders every ${every(everyDays)}, last on ${on}`,
  overdue: ({ everyDays, on }) => `Orders every ${every(everyDays)}, last on ${on}, and is later than that`,
  touched: ({ on }) => `Was spoken to on ${on}`,
  first_order: ({ on }) => `Ordered for the first time on ${on}`,
  interval: ({ on }) => `Ordered last on ${on}`,
};
const weekdayWords = ({ weekday }: NextContactWhy) =>
  weekday ? `; mostly orders on a ${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}` : '';
/** Why a day is the next to speak to somebody, in words. */
export const wordsForContact = (why: NextContactWhy): string =>
  `${contactWords[why.code](why)}${weekdayWords(why)}`;

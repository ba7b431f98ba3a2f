import { localeOf } from './locale-of.ts';

export type DayOrder = 'dmy' | 'mdy' | 'ymd';

const numeric = /^(\d{1,4})[./\- ](\d{1,2})[./\- ](\d{1,4})(?:\D|$)/;

type Votes = Record<DayOrder, number>;
function voteOf(sample: string): DayOrder | undefined {
  const parts = numeric.exec(sample.trim())?.slice(1) ?? [];
  const [first = 0, second = 0] = parts.map(Number);
  if (parts[0]?.length === 4) return 'ymd';
  if (first > 12 && first < 32) return 'dmy';
  return second > 12 && second < 32 ? 'mdy' : undefined;
}

/**
 * The order in which a column writes its dates, as told by all its values: 25/12 is a day and a month, 12/25 the other way
 * round. Undefined where no value tells, or where they tell different things.
 */
export function dayOrderOf(samples: readonly string[]): DayOrder | undefined {
  const votes: Votes = { dmy: 0, mdy: 0, ymd: 0 };
  for (const sample of samples) {
    const vote = voteOf(sample);
    if (vote) votes[vote]++;
  }
  if (votes.dmy > 0 && votes.mdy > 0) return undefined;
  const [order] = (Object.keys(votes) as DayOrder[]).toSorted((a, b) => votes[b] - votes[a]);
  return order && votes[order] > 0 ? order : undefined;
}

/** Countries that write the month first, and those that write the year first (CLDR). */
export function dayOrderIn(country: string): DayOrder {
  const parts = new Intl.DateTimeFormat(localeOf(country), { dateStyle: 'short' }).formatToParts(new Date(0));
  const order = parts.flatMap(({ type }) => (/^(?:day|month|year)$/.test(type) ? [type[0]] : [])).join('');
  return order === 'mdy' || order === 'ymd' ? order : 'dmy';
}

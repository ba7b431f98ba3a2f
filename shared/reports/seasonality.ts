/** How an index was reckoned: by the length of what there is. */
export type Method = 'moving_average' | 'mean' | 'mean_of_part';

const year = 12;
const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;

/** What a month would be without its season: the mean of the twelve months around it, of the outermost two halves. */
function trendAt(values: readonly number[], n: number): number {
  const around = values.slice(n - year / 2, n + year / 2 + 1);
  const [first = 0, last = 0] = [around[0], around.at(-1)];
  return (around.reduce((sum, one) => sum + one, 0) - (first + last) / 2) / year;
}
/** Ratios to that, of the months that have half a year on both sides. */
const ratiosToTrend = (values: readonly number[]) =>
  values.map((value, n) => {
    if (n < year / 2 || n >= values.length - year / 2) return undefined;
    const trend = trendAt(values, n);
    return trend > 0 ? value / trend : undefined;
  });
function ratiosToMean(values: readonly number[]): (number | undefined)[] {
  const whole = Math.floor(values.length / year) * year || values.length; // whole years, the newest, where there are
  const start = values.length - whole;
  const level = mean(values.slice(start));
  return values.map((value, n) => (n >= start && level > 0 ? value / level : undefined));
}

export const methodFor = (months: number): Method => {
  if (months >= 2 * year) return 'moving_average';
  return months >= year ? 'mean' : 'mean_of_part';
};

/**
 * How much more of something there is in each calendar month (from January) than in a mean one: 1.4 is 40 per cent more. Of
 * months on end, the first of which is the `firstMonth`th of its year (from 0).
 *
 * From two years on it is classical multiplicative decomposition: each month over its centred 2×12 moving average, so that
 * growth is no season, the mean of these ratios a calendar month, scaled so that their mean is 1 (Hyndman, Athanasopoulos:
 * Forecasting, Principles and Practice, 3rd edition, 3.4). With less there is no trend to take out: a month over the mean of
 * the newest twelve (the method of simple averages); with less than a year over the mean of what there is, which says
 * nothing of the months that are missing.
 */
export function seasonIndexes(values: readonly number[], firstMonth: number): (number | undefined)[] {
  const isLong = methodFor(values.length) === 'moving_average';
  const ratios = isLong ? ratiosToTrend(values) : ratiosToMean(values);
  const months = Array.from({ length: year }, (_, month) => {
    const own = ratios.filter((ratio, n) => ratio !== undefined && (firstMonth + n) % year === month);
    return own.length > 0 ? mean(own as number[]) : undefined;
  });
  const known = months.filter((index) => index !== undefined);
  const scale = isLong && known.length > 0 ? mean(known) : 1;
  return months.map((index) => (index === undefined || scale === 0 ? undefined : index / scale));
}

import type { Measures } from './cube.ts';
import { type Histogram, histogramOf, moneyOfBucket, spreadOf } from './histogram.ts';

/** What is more than a number can say is told as the greatest that one can: an answer with it is an answer still. */
export const sayable = (cents: number): number => Math.min(cents, Number.MAX_SAFE_INTEGER);

/** Cents by currency, which measures `<prefix>.<currency>` hold. */
export function centsIn(measures: Measures, prefix: string): Record<string, number> {
  const start = `${prefix}.`;
  const own = Object.entries(measures).filter(([name]) => name.startsWith(start));
  const byCurrency = own.map(([name, cents]) => [name.slice(start.length), sayable(cents)] as const);
  return Object.fromEntries(byCurrency.filter(([currency]) => /^[A-Z]{3}$/.test(currency))); // others have longer names
}

/** The sizes of all amounts in a currency, which measures `<prefix>.<currency>.<bucket>` count. */
const sizesIn = (measures: Measures, prefix: string, currency: string): Histogram =>
  histogramOf(measures, `${prefix}.${currency}`);

/** The median of amounts by currency, within one per cent. */
export const mediansIn = (
  measures: Measures,
  prefix: string,
  currencies: readonly string[],
): Record<string, number> =>
  Object.fromEntries(
    currencies.flatMap((currency) => {
      const sizes = [...sizesIn(measures, prefix, currency)];
      const spread = spreadOf(new Map(sizes.map(([bucket, count]) => [moneyOfBucket(bucket), count])));
      return spread ? [[currency, Math.round(spread.median)] as const] : [];
    }),
  );

/** The mean of amounts by currency: whole cents. */
export const meansIn = (
  measures: Measures,
  prefix: string,
  sums: Readonly<Record<string, number>>,
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(sums).flatMap(([currency, cents]) => {
      const spread = spreadOf(sizesIn(measures, prefix, currency));
      return spread ? [[currency, Math.round(cents / spread.count)] as const] : [];
    }),
  );

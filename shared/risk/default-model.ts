import type { Model } from '../learning/model.ts';

type Feature = Model['features'][number];
/** What a number adds below the first of these and from each of them on; nothing where it is not known. */
const byNumber = (name: string, below: number, ...from: [from: number, adds: number][]): Feature => ({
  name,
  binning: { kind: 'number', edges: from.map(([edge]) => edge) },
  weights: [0, below, ...from.map(([, adds]) => adds)],
  base: 0,
});

/** What is held against a customer beside their buying: it is known of the present alone, so it is never learned. */
export const besideBuying: readonly Feature[] = [
  byNumber('pressingTickets', 0, [1, 0.4], [3, 0.7]),
  byNumber('lastRating', 0.6, [3, 0.2], [4, -0.2]),
  byNumber('silentDays', -0.1, [60, 0], [120, 0.2], [365, 0.4]),
];

/**
 * How likely a customer has left, where nothing was learned: in log-odds, by what is known of buying in general (that one who
 * bought lately and often buys again is what RFM has meant since Hughes, 1994; that lateness counts by one's own rhythm is Schmittlein,
 * Morrison, Colombo, 1987).
 */
export const defaultModel: Model = {
  intercept: 0,
  features: [
    byNumber('recencyDays', -0.4, [30, -0.2], [60, 0], [120, 0.3], [180, 0.6], [365, 1.5]),
    byNumber('lateness', -0.4, [1, 0], [1.5, 0.4], [2, 0.7], [3, 1.1]),
    byNumber('orders', 0.6, [2, 0.2], [3, -0.2], [5, -0.7], [10, -1.3]),
    byNumber('spendPercent', 0.4, [50, 0.1], [80, 0], [150, -0.3]),
    ...besideBuying,
  ],
};

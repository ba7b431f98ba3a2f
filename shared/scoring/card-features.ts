import type { Binning } from '../learning/binning.ts';
import type { Model } from '../learning/model.ts';
import type { CardFeature } from './scoring-model.ts';

const shown = (value: number) => String(Math.round(value * 100) / 100);

/** The bins of a feature in words, in their order. */
export function binsInWords(binning: Binning): string[] {
  if (binning.kind === 'word') return ['unknown', 'others', ...binning.words];
  const { edges } = binning;
  const from = edges.map((edge, n) => {
    const next = edges[n + 1];
    return next === undefined ? `${shown(edge)} or more` : `${shown(edge)} to ${shown(next)}`;
  });
  return ['unknown', edges[0] === undefined ? 'any' : `below ${shown(edges[0])}`, ...from];
}

const spreadOf = (weights: readonly number[]) => Math.max(...weights) - Math.min(...weights);
const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** What a model goes by, as a card shows it: that whose bins lie furthest apart first. */
export function cardFeatures({ features }: Model): CardFeature[] {
  return features
    .toSorted((a, b) => spreadOf(b.weights) - spreadOf(a.weights))
    .map(({ name, binning, weights }) => {
      const words = binsInWords(binning);
      return {
        name,
        bins: weights.map((weight, n) => ({ values: words[n] ?? '', weight: rounded(weight) })),
      };
    });
}

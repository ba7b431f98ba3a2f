import * as z from 'zod';

/** What is known of one thing by the names of its features; what is not known is absent. */
export type Row = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * How the values of a feature fall into bins. Bin 0 is what is not known. Numbers: bin 1 is below the first edge, and each edge
 * begins a bin. Words: bin 1 is every word that was seen too seldom, bin 2 the first of `words`.
 */
export const Binning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), edges: z.array(z.number()) }),
  z.object({ kind: z.literal('word'), words: z.array(z.string()) }),
]);
export type Binning = z.infer<typeof Binning>;

/** At most so many bins of numbers, with about as many rows in each, where there is room for them. */
const mostBins = 20;
/** A bin of so few rows says little. */
const fewestInBin = 5;
const mostWords = 40;

type Value = Row[string];
const isKnown = (value: Value) => value !== undefined && value !== '';

function edgesOf(numbers: number[], most: number): number[] {
  const sorted = numbers.toSorted((a, b) => a - b);
  const bins = Math.min(mostBins, most, Math.floor(sorted.length / fewestInBin));
  const cuts = Array.from({ length: Math.max(0, bins - 1) }, (_, n) =>
    Number(sorted[Math.floor(((n + 1) * sorted.length) / bins)]),
  );
  const [least = 0] = sorted;
  return [...new Set(cuts)].filter((cut) => cut > least);
}

function wordsOf(values: Value[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= fewestInBin)
    .toSorted(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))
    .slice(0, Math.min(mostWords, most))
    .map(([word]) => word);
}

/** How the values of a feature are binned, into `most` bins or a few more; undefined where all of them would fall into one bin. */
export function binningOf(values: readonly Value[], most: number): Binning | undefined {
  const known = values.filter(isKnown);
  const binning: Binning = known.every((value) => typeof value === 'number')
    ? { kind: 'number', edges: edgesOf(known.map(Number), most) }
    : { kind: 'word', words: wordsOf(known, most) };
  const bins = new Set(values.map((value) => binOf(binning, value)));
  return bins.size > 1 ? binning : undefined;
}

/** A number's bin: how many edges lie at it or below, and one. */
function numberBin(edges: readonly number[], value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/** The bin that a value falls into; of another type than the feature has it is one that is not known. */
export function binOf(binning: Binning, value: Value): number {
  if (!isKnown(value)) return 0;
  if (binning.kind === 'word') return binning.words.indexOf(String(value)) + 2; // of none: the bin of the rare ones
  return typeof value === 'number' && Number.isFinite(value) ? numberBin(binning.edges, value) : 0;
}
export const binsOf = (binning: Binning): number =>
  binning.kind === 'number' ? binning.edges.length + 2 : binning.words.length + 2;

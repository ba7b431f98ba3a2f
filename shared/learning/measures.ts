/** What was foretold of one thing (a probability, or anything that is greater for the likelier), and what came of it. */
export type Foretold = { score: number; outcome: boolean };

/**
 * The area under the receiver operating characteristic: how likely of two at random the one that came out well was rated above the
 * one that did not, ties as a half (Mann and Whitney's U). 0.5 where there are not both.
 */
export function areaUnderCurve(all: readonly Foretold[]): number {
  const sorted = all.toSorted((a, b) => a.score - b.score);
  const positives = all.filter(({ outcome }) => outcome).length;
  const negatives = all.length - positives;
  if (positives === 0 || negatives === 0) return 0.5;
  let [ranks, from] = [0, 0];
  while (from < sorted.length) {
    let to = from;
    while (sorted[to]?.score === sorted[from]?.score && to < sorted.length) to++;
    const mean = (from + 1 + to) / 2; // equal ones share the mean of their ranks
    ranks += mean * sorted.slice(from, to).filter(({ outcome }) => outcome).length;
    from = to;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

const calibrationBins = 10;
/**
 * The expected calibration error: how far in the mean what was foretold lies from what came, over ten bins of equal width (Naeini,
 * Cooper, Hauskrecht, 2015). `score` is a probability.
 */
export function calibrationError(all: readonly Foretold[]): number {
  const bins = Map.groupBy(all, ({ score }) =>
    Math.min(calibrationBins - 1, Math.floor(score * calibrationBins)),
  );
  const gaps = [...bins.values()].map((some) =>
    Math.abs(some.reduce((sum, { score, outcome }) => sum + score - Number(outcome), 0)),
  );
  return gaps.reduce((sum, gap) => sum + gap, 0) / (all.length || 1);
}

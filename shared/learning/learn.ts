import { type Binning, binningOf, binOf, binsOf, type Row } from './binning.ts';
import { type Coded, fitLogistic, logisticOf } from './logistic.ts';
import { areaUnderCurve, calibrationError, type Foretold } from './measures.ts';
import { logitFor, type Model } from './model.ts';

/** A thing as it was known before it came out, and how it came out. `id` alone decides which part it is held out with. */
export type Example = { id: string; row: Row; outcome: boolean };
/** A feature that alone tells outcomes so well that it must have been written after them. */
type Tell = { name: string; auc: number };
export type Learned = {
  model: Model;
  /** Of examples that the model had not seen when it foretold them. */
  heldOut: { foretold: (Foretold & { id: string })[]; auc: number; calibrationError: number };
  leftOut: Tell[];
};

/** `gradual`: what a number adds changes little from one bin to the next, as with what is known of few and of no sharp edges. */
export type Manner = 'by_bin' | 'gradual';
const ridges = { by_bin: { ridge: 3, ties: 0 }, gradual: { ridge: 0.5, ties: 60 } };
const folds = 5;
/** Nothing that is known beforehand tells this much by itself. */
const tooGood = 0.93;
/** So few say nothing; and one of two outcomes alone teaches nothing. */
export const fewestExamples = 100;
const fewestOfEach = 10;

/** Which part an example is held out with: the same whatever the others are (FNV-1a). */
function foldOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % folds;
}

/** What a fit costs grows with their cube: with very many features each has fewer bins. */
const mostColumns = 800;
const mostFeatures = 200;
/** Those features that are known of most examples, where there are too many. */
function mostKnown(names: readonly string[], examples: readonly Example[]): readonly string[] {
  if (names.length <= mostFeatures) return names;
  const knownOf = (name: string) => examples.filter(({ row }) => row[name] !== undefined).length;
  const counted = names.map((name) => ({ name, known: knownOf(name) }));
  const kept = counted.toSorted((a, b) => b.known - a.known).slice(0, mostFeatures);
  return kept.map(({ name }) => name).toSorted();
}

type Binned = { name: string; binning: Binning; first: number };
function binnedBy(
  names: readonly string[],
  examples: readonly Example[],
): { all: Binned[]; columns: number } {
  const all: Binned[] = [];
  const most = Math.floor(mostColumns / Math.max(1, names.length));
  let columns = 1; // the intercept
  for (const name of names) {
    const binning = binningOf(
      examples.map(({ row }) => row[name]),
      most,
    );
    if (!binning) continue;
    all.push({ name, binning, first: columns });
    columns += binsOf(binning);
  }
  return { all, columns };
}
const codedBy =
  (all: readonly Binned[]) =>
  ({ row, outcome }: Example): Coded => ({
    columns: [0, ...all.map(({ name, binning, first }) => first + binOf(binning, row[name]))],
    outcome,
  });

/** Bins of numbers that stand beside one another; bin 0 is of what is not known. */
const pairsOf = (all: readonly Binned[]) =>
  all.flatMap(({ binning, first }) =>
    binning.kind === 'number' ? binning.edges.map((_, n) => [first + n + 1, first + n + 2] as const) : [],
  );

function modelOf(names: readonly string[], examples: readonly Example[], manner: Manner): Model {
  const { all, columns } = binnedBy(names, examples);
  const coded = examples.map(codedBy(all));
  const { ridge, ties } = ridges[manner];
  const weights = fitLogistic(coded, columns, { ridge, ties: { pairs: pairsOf(all), ridge: ties } });
  const features = all.map(({ name, binning, first }, n) => {
    const own = [...weights.slice(first, first + binsOf(binning))];
    const sum = coded.reduce((added, row) => added + (weights[row.columns[n + 1] ?? 0] ?? 0), 0);
    return { name, binning, weights: own, base: sum / (examples.length || 1) };
  });
  return { intercept: weights[0] ?? 0, features };
}

/** Each example as models foretell it that were learned without it: a logit. */
function foretell(names: readonly string[], examples: readonly Example[], manner: Manner) {
  const parts = Map.groupBy(examples, ({ id }) => foldOf(id));
  return [...parts.values()].flatMap((held) => {
    const [fold] = held.map(({ id }) => foldOf(id));
    const others = examples.filter(({ id }) => foldOf(id) !== fold);
    const model = modelOf(names, others, manner);
    return held.map(({ id, row, outcome }) => ({ id, outcome, score: logitFor(model, row) }));
  });
}

/** A model whose logits are stretched and shifted (Platt, 1999), so that it is as sure as it may be. */
function calibrated(model: Model, scale: number, shift: number): Model {
  const features = model.features.map((feature) => ({
    ...feature,
    weights: feature.weights.map((weight) => weight * scale),
    base: feature.base * scale,
  }));
  return { intercept: model.intercept * scale + shift, features };
}

/** Far from the top a whole step may lead beyond it, from where the next leads further still. */
const longestStep = 1;
/**
 * Scale and shift of logits by Newton's method, with a little ridge toward leaving them as they are. What foretells the wrong way round
 * tells nothing: turned about it would say the contrary of all that it was learned from, so then all are foretold alike.
 */
function plattOf(foretold: readonly Foretold[]): { scale: number; shift: number } {
  let [scale, shift] = [1, 0];
  for (let step = 0; step < 30; step++) {
    let [gs, gb, ss, sb, bb] = [1 - scale, -shift, 1, 0, 1];
    for (const { score, outcome } of foretold) {
      const probability = logisticOf(scale * score + shift);
      const [error, spread] = [Number(outcome) - probability, probability * (1 - probability)];
      gs += error * score;
      gb += error;
      ss += spread * score * score;
      sb += spread * score;
      bb += spread;
    }
    const determinant = ss * bb - sb * sb;
    const [wider, higher] = [(gs * bb - gb * sb) / determinant, (gb * ss - gs * sb) / determinant];
    const share = Math.min(1, longestStep / Math.max(Math.abs(wider), Math.abs(higher)));
    scale += share * wider;
    shift += share * higher;
  }
  if (scale > 0) return { scale, shift };
  const good = foretold.filter(({ outcome }) => outcome).length;
  return { scale: 0, shift: Math.log(good / (foretold.length - good)) };
}

/** How well a feature alone tells outcomes of examples that it was not binned on. */
const aucAlone = (name: string, examples: readonly Example[]) =>
  areaUnderCurve(foretell([name], examples, 'by_bin'));

/**
 * Learns from examples which features go with a good outcome, and measures itself on examples that it held out, in five parts.
 * A feature that alone tells outcomes better than anything known beforehand can is left out and named. Undefined of fewer than
 * `fewestExamples`, or of nearly one outcome alone. The same examples, in whatever order, always give the same model.
 */
export function learn(given: readonly Example[], manner: Manner = 'by_bin'): Learned | undefined {
  const examples = given.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const positives = examples.filter(({ outcome }) => outcome).length;
  const fewer = Math.min(positives, examples.length - positives);
  if (examples.length < fewestExamples || fewer < fewestOfEach) return undefined;
  const all = [...new Set(examples.flatMap(({ row }) => Object.keys(row)))].toSorted();
  const names = mostKnown(all, examples);
  const tells = names
    .map((name) => ({ name, auc: aucAlone(name, examples) }))
    .filter(({ auc }) => auc > tooGood);
  const used = names.filter((name) => !tells.some((tell) => tell.name === name));
  const raw = foretell(used, examples, manner);
  const { scale, shift } = plattOf(raw);
  const foretold = raw.map((one) => ({ ...one, score: logisticOf(scale * one.score + shift) }));
  return {
    model: calibrated(modelOf(used, examples, manner), scale, shift),
    heldOut: { foretold, auc: areaUnderCurve(foretold), calibrationError: calibrationError(foretold) },
    leftOut: tells,
  };
}

import { describe, expect, it } from 'vitest';
import type { Row } from '../../../shared/learning/binning.ts';
import { type Example, fewestExamples, learn } from '../../../shared/learning/learn.ts';
import { areaUnderCurve, calibrationError } from '../../../shared/learning/measures.ts';
import { partsFor, probabilityFor } from '../../../shared/learning/model.ts';

/** Numbers that look like chance and are always the same (Lehmer's generator). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
/** People from the fair buy more often than others, and so do those who stayed long. */
function people(
  count: number,
  more: (outcome: boolean, chance: () => number) => Row = () => ({}),
): Example[] {
  const chance = chances(7);
  return Array.from({ length: count }, (_, n) => {
    const [source, minutes] = [chance() < 0.3 ? 'fair' : 'web', Math.floor(60 * chance())];
    const outcome = chance() < (source === 'fair' ? 0.5 : 0.1) + minutes / 150;
    return { id: `ct_${n}`, row: { source, minutes, ...more(outcome, chance) }, outcome };
  });
}
const learned = (examples: Example[]) => {
  const found = learn(examples);
  if (!found) throw new Error('Nothing was learned.');
  return found;
};

describe('learning from outcomes', () => {
  it('rates whom it has not seen by what went with good outcomes, and as surely as it may', () => {
    const { model, heldOut } = learned(people(2000));
    const strangers = people(4000).slice(2000);
    const foretold = strangers.map(({ row, outcome }) => ({ score: probabilityFor(model, row), outcome }));
    expect(areaUnderCurve(foretold)).toBeGreaterThan(0.7);
    expect(calibrationError(foretold)).toBeLessThan(0.05);
    expect(heldOut.auc).toBeCloseTo(areaUnderCurve(foretold), 1);
  });

  it('says what speaks for somebody, against most others', () => {
    const { model } = learned(people(2000));
    const [first] = partsFor(model, { source: 'fair', minutes: 30 });
    expect(first).toMatchObject({ name: 'source', value: 'fair' });
    expect(first?.points).toBeGreaterThan(10);
    expect(partsFor(model, { source: 'web', minutes: 2 }).every(({ points }) => points < 0)).toBe(true);
  });

  it('leaves out and names a feature that tells outcomes too well to have been known beforehand', () => {
    const tell = (outcome: boolean, chance: () => number) => ({
      tag: outcome && chance() < 0.97 ? 'paid' : 'ringing',
    });
    const { model, leftOut, heldOut } = learned(people(1000, tell));
    expect(leftOut.map(({ name }) => name)).toEqual(['tag']);
    expect(model.features.map(({ name }) => name)).toEqual(['minutes', 'source']);
    expect(heldOut.auc).toBeLessThan(0.93);
  });

  it('has a bounded number of bins, however many features there are and however many words they have', () => {
    const wordy = (_: boolean, chance: () => number) =>
      Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`word${n}`, `w${Math.floor(30 * chance())}`]));
    const { model } = learned(people(400, wordy));
    const bins = model.features.reduce((sum, { weights }) => sum + weights.length, 0);
    expect(bins).toBeLessThan(1000);
    expect(model.features.length).toBeGreaterThan(50);
  });

  it('gives the same model whatever order the examples come in', () => {
    const examples = people(300);
    expect(learn(examples.toReversed())).toEqual(learn(examples));
  });

  it('learns nothing of few, or of one outcome alone', () => {
    expect(learn(people(fewestExamples - 1))).toBeUndefined();
    expect(learn(people(500).map((one) => ({ ...one, outcome: true })))).toBeUndefined();
  });

  it.each([
    ['few features', 120, 6],
    ['nearly as many features as examples', 120, 80],
  ])(
    'says of nobody the contrary of what it learned, where outcomes go with nothing: %s',
    (_, count, most) => {
      for (let seed = 1; seed <= (most > 50 ? 2 : 12); seed++) {
        const chance = chances(seed * 7919);
        const row = () =>
          Object.fromEntries(
            Array.from({ length: most }, (__, n) => [`f${n}`, `w${Math.floor(4 * chance())}`]),
          );
        const noise = Array.from({ length: count }, (__, n) => {
          const outcome = chance() < 0.4;
          return { id: `ct_${seed}_${n}`, outcome, row: row() };
        });
        const { model } = learned(noise);
        const seen = noise.map((one) => ({ score: probabilityFor(model, one.row), outcome: one.outcome }));
        expect(areaUnderCurve(seen)).toBeGreaterThanOrEqual(0.5);
        expect(seen.every(({ score }) => score > 0.01 && score < 0.99)).toBe(true);
      }
    },
  );

  it('takes a value that nobody had, or none, or one of another type, for what it knows least of', () => {
    const { model } = learned(people(1000));
    for (const row of [{}, { source: 'moon' }, { minutes: 'long' }, { minutes: Number.NaN }, { new: 1 }]) {
      const probability = probabilityFor(model, row);
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThan(1);
    }
  });
});

describe('measures of what was foretold', () => {
  const of = (...pairs: [number, boolean][]) => pairs.map(([score, outcome]) => ({ score, outcome }));

  it('has an area of 1 where all are in order, 0 where none are, a half where it is the same of all', () => {
    expect(areaUnderCurve(of([0.9, true], [0.8, true], [0.2, false]))).toBe(1);
    expect(areaUnderCurve(of([0.1, true], [0.8, false]))).toBe(0);
    expect(areaUnderCurve(of([0.5, true], [0.5, false], [0.5, false]))).toBe(0.5);
  });

  it('counts a tie as a half', () => {
    expect(areaUnderCurve(of([0.5, true], [0.5, false], [0.1, false]))).toBe(0.75);
  });

  it('errs by how far what was foretold lies from what came, bin by bin', () => {
    expect(calibrationError(of([0.25, true], [0.25, false], [0.25, false], [0.25, false]))).toBe(0);
    expect(calibrationError(of([0.9, false], [0.1, true]))).toBeCloseTo(0.9);
  });
});

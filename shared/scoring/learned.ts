import { type Example, fewestExamples, learn, type Manner } from '../learning/learn.ts';
import { areaUnderCurve } from '../learning/measures.ts';
import { cardFeatures } from './card-features.ts';
import type { ModelCard, ScoringModel, ScoringPurpose } from './scoring-model.ts';

/** An example, with the names of features that were known of it only with its outcome or after it, and what the rules say of it. */
export type ScoredExample = Example & { late?: readonly string[]; rulesScore: number };
type Learned = Omit<ScoringModel, 'version'>;

/** Of all that a feature is ever known of: from this share on that it is known of too late, it is none. */
const tooOftenLate = 0.5;

/** Features that are known mostly when the outcome is: what is learned of them is of no use beforehand, or a lie. */
export function knownAfter(examples: readonly Pick<ScoredExample, 'row' | 'late'>[]): string[] {
  const [known, late] = [new Map<string, number>(), new Map<string, number>()];
  const count = (in_: Map<string, number>, name: string) => in_.set(name, (in_.get(name) ?? 0) + 1);
  for (const { row, late: names = [] } of examples) {
    for (const [name, value] of Object.entries(row)) if (value !== undefined) count(known, name);
    for (const name of names) count(late, name);
  }
  return [...late]
    .filter(([name, times]) => times / (times + (known.get(name) ?? 0)) >= tooOftenLate)
    .map(([name]) => name)
    .toSorted();
}

function without(names: readonly string[], row: Example['row']): Example['row'] {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}
/** Of a customer a few numbers are known, of a lead many words and marks. */
const mannerOf: Record<ScoringPurpose, Manner> = { lead: 'by_bin', risk: 'gradual' };
const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
/** The area under the curve of what tells nothing; rules that tell less are no measure. */
const chance = 0.5;

/**
 * What these examples teach, and whether it is to be used: of fewer than a hundred outcomes, or where it foretells those that
 * were held out no better than the rules do, it is not. Pure; the same examples always give the same.
 */
export function learnedFrom(
  purpose: ScoringPurpose,
  examples: readonly ScoredExample[],
  learnedAt: string,
): Learned {
  const late = knownAfter(examples);
  const rows = examples.map(({ id, row, outcome }) => ({ id, outcome, row: without(late, row) }));
  const base = {
    purpose,
    rows: examples.length,
    positives: examples.filter(({ outcome }) => outcome).length,
    learnedAt,
  };
  const leftOut: ModelCard['leftOut'] = late.map((name) => ({ name, why: 'known_after' }));
  const found = examples.length < fewestExamples ? undefined : learn(rows, mannerOf[purpose]);
  if (!found) {
    return { purpose, card: { ...base, status: 'rules', reason: 'too_few_outcomes', features: [], leftOut } };
  }
  const { model, heldOut } = found;
  const rulesAuc = areaUnderCurve(examples.map(({ rulesScore: score, outcome }) => ({ score, outcome })));
  const card = {
    ...base,
    auc: rounded(heldOut.auc),
    rulesAuc: rounded(rulesAuc),
    calibrationError: rounded(heldOut.calibrationError),
    features: cardFeatures(model),
    leftOut: [...leftOut, ...found.leftOut.map(({ name }) => ({ name, why: 'tells_too_well' }) as const)],
  };
  return heldOut.auc > Math.max(rulesAuc, chance)
    ? { purpose, model, card: { ...card, status: 'learned' } }
    : { purpose, card: { ...card, status: 'rules', reason: 'no_better_than_rules' } };
}

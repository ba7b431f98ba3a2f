import * as z from 'zod';
import type { Item, Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { Model } from '../learning/model.ts';

/** What is foretold of contacts: `lead`, that they buy; `risk`, that they leave. */
export const scoringPurposes = ['lead', 'risk'] as const;
export const ScoringPurpose = z.enum(scoringPurposes);
export type ScoringPurpose = z.infer<typeof ScoringPurpose>;

const share = z.number().describe('From 0 to 1.');
const CardFeature = z.object({
  name: z
    .string()
    .describe('A field of contacts (`jobTitle`, `custom.budget`), or what is reckoned of them.'),
  bins: z.array(
    z.object({
      values: z.string().describe('Which values it is of: `unknown`, `10 to 20`, `Berlin`, `others`.'),
      weight: z.number().describe('What it adds to the log-odds; above 0 it speaks for the outcome.'),
    }),
  ),
});
/** @public */
export type CardFeature = z.infer<typeof CardFeature>;

/** What is known of a model, for people to judge it by. */
export const ModelCard = z.object({
  purpose: ScoringPurpose,
  status: z
    .enum(['learned', 'rules'])
    .describe('What scores come from: what was learned, or the rules, for the `reason` that is given.'),
  reason: z
    .enum(['not_learned_yet', 'too_few_outcomes', 'no_better_than_rules'])
    .optional()
    .describe('Why nothing that was learned is used.'),
  rows: z.int().describe('From how many outcomes it was learned.'),
  positives: z.int().describe('How many of them were good.'),
  auc: share
    .optional()
    .describe('The area under the ROC curve, of outcomes that were held out. 0.5 is chance.'),
  rulesAuc: share.optional().describe('The same of the rules, of the same outcomes.'),
  calibrationError: share
    .optional()
    .describe('How far what was foretold lies from what came, in the mean (expected calibration error).'),
  features: z.array(CardFeature).describe('The weightiest first.'),
  leftOut: z
    .array(z.object({ name: z.string(), why: z.enum(['known_after', 'tells_too_well']) }))
    .describe(
      '`known_after`: written with the outcome or after it; `tells_too_well`: as only what was written after it can.',
    ),
  learnedAt: z.iso.datetime().optional(),
});
export type ModelCard = z.infer<typeof ModelCard>;

/** What a workspace has learned for one purpose, in one item. `version` counts its writes. */
export const ScoringModel = z.object({
  version: z.int(),
  purpose: ScoringPurpose,
  /** There only where the card's status is `learned`. */
  model: Model.optional(),
  card: ModelCard,
});
export type ScoringModel = z.infer<typeof ScoringModel>;

/** SCORE-1: what a workspace has learned, by purpose. */
const scoringPk = (workspaceId: string) => `${workspacePk(workspaceId)}#SCORING`;
export const scoringModelKey = (workspaceId: string, purpose: ScoringPurpose): Key => ({
  pk: scoringPk(workspaceId),
  sk: purpose.toUpperCase(),
});

/** The type of the item where what was learned is another than before: that it is, is told as an event. */
export const scoringModelType = 'scoring_model';

const nothingLearned = (purpose: ScoringPurpose): ScoringModel => ({
  version: 0,
  purpose,
  card: {
    purpose,
    status: 'rules',
    reason: 'not_learned_yet',
    rows: 0,
    positives: 0,
    features: [],
    leftOut: [],
  },
});
/** As it is stored; of a workspace that never learned, that it has not. */
export const scoringModelOf = (item: Item | undefined, purpose: ScoringPurpose): ScoringModel =>
  item ? ScoringModel.parse(item) : nothingLearned(purpose);

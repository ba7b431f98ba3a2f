import { operation } from '../../../shared/platform/api.ts';
import { readLearning } from '../../../shared/scoring/learning-store.ts';
import { scoringPurposes } from '../../../shared/scoring/scoring-model.ts';
import { getScoringRoute } from '../../../shared/scoring/scoring-routes.ts';
import { readScoringModels } from '../../../shared/scoring/scoring-store.ts';

export const getScoringOperation = operation(getScoringRoute, async ({ actor }) => {
  const [models, { askedAt }] = await Promise.all([
    readScoringModels(actor.workspaceId, scoringPurposes),
    readLearning(actor.workspaceId),
  ]);
  const cards = models.map(({ card }) => card);
  const learnedAt = cards.find(({ purpose }) => purpose === 'lead')?.learnedAt ?? '';
  return { cards, ...(askedAt && { learning: { askedAt, isDone: learnedAt >= askedAt } }) };
});

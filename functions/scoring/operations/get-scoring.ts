import { operation } from '../../../shared/platform/api.ts';
import { scoringPurposes } from '../../../shared/scoring/scoring-model.ts';
import { getScoringRoute } from '../../../shared/scoring/scoring-routes.ts';
import { readScoringModels } from '../../../shared/scoring/scoring-store.ts';

export const getScoringOperation = operation(getScoringRoute, async ({ actor }) => {
  const models = await readScoringModels(actor.workspaceId, scoringPurposes);
  return { cards: models.map(({ card }) => card) };
});

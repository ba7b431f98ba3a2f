import type { Actor } from '../../../shared/core/actor.ts';
import { seesPurchases } from '../../../shared/orders/purchases.ts';
import { operation } from '../../../shared/platform/api.ts';
import { type ModelCard, scoringPurposes } from '../../../shared/scoring/scoring-model.ts';
import { getScoringRoute } from '../../../shared/scoring/scoring-routes.ts';
import { readScoringModels } from '../../../shared/scoring/scoring-store.ts';

/** Who may not see what was bought is not told what that says of customers. */
const shownTo = (actor: Actor, card: ModelCard): ModelCard =>
  card.purpose === 'risk' && !seesPurchases(actor) ? { ...card, features: [] } : card;

export const getScoringOperation = operation(getScoringRoute, async ({ actor }) => {
  const models = await readScoringModels(actor.workspaceId, scoringPurposes);
  return { cards: models.map(({ card }) => shownTo(actor, card)) };
});

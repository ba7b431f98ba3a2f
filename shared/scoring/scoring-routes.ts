import * as z from 'zod';
import { askedFields } from '../conditions/fields.ts';
import { hiddenAnywhere } from '../core/rights.ts';
import { defineRoute } from '../core/route.ts';
import type { Veil } from '../core/veil.ts';
import { ModelCard, ScoringPurpose } from './scoring-model.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const tag = 'Scoring';

/** Bins name the values of fields: who may not see a field of every contact does not see what was learned of it. */
const veilCards: Veil = (who, { cards }: { cards: ModelCard[] }) => {
  const hidden = hiddenAnywhere(who, 'contact');
  const isShown = ({ name }: { name: string }) => !askedFields([name]).some((field) => hidden.has(field));
  return {
    cards: cards.map((card) => ({
      ...card,
      features: card.features.filter(isShown),
      leftOut: card.leftOut.filter(isShown),
    })),
  };
};

export const getScoringRoute = defineRoute({
  operationId: 'getScoring',
  method: 'GET',
  path: '/v1/scoring',
  tag,
  summary: 'What scores come from: a model card for each purpose',
  description:
    '`lead`: how likely a lead buys; `risk`: how likely a customer leaves. Each is learned from the workspace’s own outcomes once there are enough of them and it foretells outcomes that were held out better than the rules do; until then the rules are used.',
  access: 'workspaces:read',
  ...nothing,
  status: 200,
  veil: veilCards,
  response: z.object({ cards: z.array(ModelCard) }),
  errors: [],
  example: {},
});

export const learnRiskRoute = defineRoute({
  operationId: 'learnRisk',
  method: 'POST',
  path: '/v1/scoring/risk/learn',
  tag,
  summary: 'Learn anew how customers leave',
  description:
    'In the background: from the field that `leftField` of the workspace names, or from who has ordered again within 90 days, of the newest 10,000 customers. `GET /v1/scoring` has the card when it is done, with another `learnedAt`; then the risk of every customer is reckoned anew. Not needed: it is done at the turn of each month. Send an Idempotency-Key to retry safely.',
  access: 'workspaces:write',
  ...nothing,
  status: 202,
  response: z.object({ purpose: ScoringPurpose, askedAt: z.iso.datetime() }),
  errors: [],
  example: {},
});

export const scoringRoutes = [getScoringRoute, learnRiskRoute];

import * as z from 'zod';
import { askedFields } from '../conditions/fields.ts';
import { hiddenBeside } from '../core/rights.ts';
import { defineRoute } from '../core/route.ts';
import type { Veil } from '../core/veil.ts';
import { ModelCard, ScoringPurpose } from './scoring-model.ts';
import { ScoringRulesBody, ScoringRulesInput } from './scoring-rules.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const tag = 'Scoring';

/** Bins name the values of fields: who may not see a field of every contact does not see what was learned of it. */
const veilCards: Veil = (who, { cards, ...rest }: { cards: ModelCard[] }) => {
  const hidden = hiddenBeside(who, 'contact');
  const isShown = ({ name }: { name: string }) => !askedFields([name]).some((field) => hidden.has(field));
  return {
    ...rest,
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
  response: z.object({
    cards: z.array(ModelCard),
    learning: z
      .object({ askedAt: z.iso.datetime(), isDone: z.boolean() })
      .optional()
      .describe('When the workspace was last asked to learn, and whether it has since.'),
  }),
  errors: [],
  example: {},
});

export const getScoringRulesRoute = defineRoute({
  operationId: 'getScoringRules',
  method: 'GET',
  path: '/v1/scoring/rules',
  tag,
  summary: 'The rules by which leads are scored',
  description: 'The built-in ones (`version` 0) until somebody puts others in their place.',
  access: 'workspaces:read',
  ...nothing,
  status: 200,
  response: ScoringRulesBody,
  errors: [],
  example: {},
});

export const putScoringRulesRoute = defineRoute({
  operationId: 'putScoringRules',
  method: 'PUT',
  path: '/v1/scoring/rules',
  tag,
  summary: 'Replace the rules by which leads are scored',
  description:
    'All of them at once. Points of `fit` count where a condition holds of the contact; points of `engagement` each time that the contact did something, and less from day to day. The sum is a score from 0 to 100. All contacts are scored anew in the background.',
  access: 'workspaces:write',
  ...nothing,
  body: ScoringRulesInput,
  status: 200,
  response: ScoringRulesBody,
  errors: ['condition_invalid', 'field_forbidden', 'version_mismatch'],
  example: {
    body: {
      rules: [
        {
          id: 'budget',
          name: 'Budget above 10,000',
          group: 'fit',
          points: 20,
          when: { 'custom.budget': { $gte: 10000 } },
        },
        {
          id: 'form',
          name: 'Sent a form',
          group: 'engagement',
          points: 15,
          did: 'form_submitted',
          halfLifeDays: 30,
        },
      ],
    },
  },
});

export const learnScoringRoute = defineRoute({
  operationId: 'learnScoring',
  method: 'POST',
  path: '/v1/scoring/learn',
  tag,
  summary: 'Learn from the workspace’s outcomes now',
  description:
    'As it does by itself on each day with new outcomes. `GET /v1/scoring` says when it is done; where that changes scores, all contacts are scored anew behind it. Safe to repeat: the same outcomes teach the same.',
  access: 'workspaces:write',
  ...nothing,
  status: 202,
  response: z.object({ askedAt: z.iso.datetime() }),
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

export const scoringRoutes = [
  getScoringRoute,
  getScoringRulesRoute,
  putScoringRulesRoute,
  learnScoringRoute,
  learnRiskRoute,
];

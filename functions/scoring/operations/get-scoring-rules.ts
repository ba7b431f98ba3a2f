import { operation } from '../../../shared/platform/api.ts';
import { readScoringRules } from '../../../shared/scoring/lead-score-store.ts';
import { getScoringRulesRoute } from '../../../shared/scoring/scoring-routes.ts';
import { shownRules } from '../../../shared/scoring/scoring-rules.ts';

export const getScoringRulesOperation = operation(getScoringRulesRoute, async ({ actor }) =>
  shownRules(await readScoringRules(actor.workspaceId)),
);

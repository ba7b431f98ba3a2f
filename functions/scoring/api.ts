import { api } from '../../shared/platform/api.ts';
import { getScoringOperation } from './operations/get-scoring.ts';
import { getScoringRulesOperation } from './operations/get-scoring-rules.ts';
import { learnRiskOperation } from './operations/learn-risk.ts';
import { learnScoringOperation } from './operations/learn-scoring.ts';
import { putScoringRulesOperation } from './operations/put-scoring-rules.ts';

export const handler = api([
  getScoringOperation,
  getScoringRulesOperation,
  putScoringRulesOperation,
  learnScoringOperation,
  learnRiskOperation,
]);

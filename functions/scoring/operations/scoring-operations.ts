import { getScoringOperation } from './get-scoring.ts';
import { getScoringRulesOperation } from './get-scoring-rules.ts';
import { learnRiskOperation } from './learn-risk.ts';
import { learnScoringOperation } from './learn-scoring.ts';
import { putScoringRulesOperation } from './put-scoring-rules.ts';

/** Asked for seldom: they are served with the segments, since a function has an alarm, which costs by the month. */
export const scoringOperations = [
  getScoringOperation,
  getScoringRulesOperation,
  putScoringRulesOperation,
  learnScoringOperation,
  learnRiskOperation,
];

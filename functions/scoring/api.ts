import { api } from '../../shared/platform/api.ts';
import { getScoringOperation } from './operations/get-scoring.ts';
import { learnRiskOperation } from './operations/learn-risk.ts';

export const handler = api([getScoringOperation, learnRiskOperation]);

import { api } from '../../shared/platform/api.ts';
import { getScoringOperation } from './operations/get-scoring.ts';

export const handler = api([getScoringOperation]);

import { api } from '../../shared/platform/api.ts';
import { getHealthOperation } from './operations/get-health.ts';

export const handler = api([getHealthOperation]);

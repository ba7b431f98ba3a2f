import { api } from '../../shared/platform/api.ts';
import { searchOperation } from './operations/search.ts';

export const handler = api([searchOperation]);

import { api } from '../../shared/platform/api.ts';
import { listChangesOperation } from './operations/list-changes.ts';

export const handler = api([listChangesOperation]);

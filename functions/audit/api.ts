import { api } from '../../shared/platform/api.ts';
import { listAuditOperation } from './operations/list-audit.ts';

export const handler = api([listAuditOperation]);

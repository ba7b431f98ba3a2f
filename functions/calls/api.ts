import { api } from '../../shared/platform/api.ts';
import { reportCallOperation } from './operations/report-call.ts';

export const handler = api([reportCallOperation]);

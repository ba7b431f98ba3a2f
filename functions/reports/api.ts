import { api } from '../../shared/platform/api.ts';
import { deleteSpendOperation } from './operations/delete-spend.ts';
import { deleteTargetOperation } from './operations/delete-target.ts';
import { listSpendOperation } from './operations/list-spend.ts';
import { listTargetsOperation } from './operations/list-targets.ts';
import { putSpendOperation } from './operations/put-spend.ts';
import { putTargetOperation } from './operations/put-target.ts';
import { alsoAsCsv } from './reading/as-csv.ts';
import { reportOperations } from './reading/report-operations.ts';

export const handler = api([
  ...reportOperations.map(alsoAsCsv),
  listSpendOperation,
  putSpendOperation,
  deleteSpendOperation,
  listTargetsOperation,
  putTargetOperation,
  deleteTargetOperation,
]);

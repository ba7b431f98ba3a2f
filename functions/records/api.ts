import { api, operation } from '../../shared/platform/api.ts';
import { listTrashRoute, purgeRecordRoute, restoreRecordRoute } from '../../shared/records/trash-routes.ts';
import { dataCheckOperations } from '../checks/operations/data-check-operations.ts';
import { sampleOperations } from '../sample/operations/sample-operations.ts';
import { purgeTrashed, restoreTrashed, trashPage } from './operations/trash.ts';

export const handler = api([
  operation(listTrashRoute, ({ query: { type, ...page }, ...by }) => trashPage(type, by, page)),
  operation(restoreRecordRoute, ({ params, ...by }) => restoreTrashed(params.recordId, by)),
  operation(purgeRecordRoute, ({ params, ...by }) => purgeTrashed(params.recordId, by) as Promise<undefined>),
  ...sampleOperations,
  ...dataCheckOperations,
]);

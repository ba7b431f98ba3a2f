import { historyPage } from '../../../shared/audit/history-store.ts';
import { within } from '../../../shared/core/scope.ts';
import { listFileHistoryRoute } from '../../../shared/files/file-routes.ts';
import { getFile } from '../../../shared/files/file-store.ts';
import { operation } from '../../../shared/platform/api.ts';

/** HISTORY-1. */
export const listFileHistoryOperation = operation(listFileHistoryRoute, async ({ actor, params, query }) => {
  await getFile(within(actor), params.fileId);
  return historyPage(actor, params.fileId, query);
});

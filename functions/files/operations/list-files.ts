import { within } from '../../../shared/core/scope.ts';
import { fileBody } from '../../../shared/files/file.ts';
import { listFilesRoute } from '../../../shared/files/file-routes.ts';
import { recordFilesPage } from '../../../shared/files/file-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listFilesOperation = operation(listFilesRoute, async ({ actor, query }) => {
  const { recordId, ...page } = query;
  const { items, cursor } = await recordFilesPage(within(actor), recordId, page);
  return { items: items.map(fileBody), cursor };
});

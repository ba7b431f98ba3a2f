import { assertRead } from '../../../shared/imports/import.ts';
import { readPart } from '../../../shared/imports/import-object-store.ts';
import { listImportRowsRoute } from '../../../shared/imports/import-routes.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { rowPage } from './row-page.ts';

export const listImportRowsOperation = operation(listImportRowsRoute, async ({ actor, params, query }) => {
  const one = await importStore.get(actor.workspaceId, params.importId);
  assertRead(one);
  const scope = `rows ${one.reading}`;
  return rowPage(one, query, { scope, count: one.rows ?? 0, partAt: (part) => readPart(one, part) });
});

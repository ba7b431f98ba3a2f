import { assertHasRun } from '../../../shared/imports/import.ts';
import { linkToErrors } from '../../../shared/imports/import-object-store.ts';
import { getImportErrorsRoute } from '../../../shared/imports/import-routes.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getImportErrorsOperation = operation(getImportErrorsRoute, async ({ actor, params }) => {
  const one = await importStore.get(actor.workspaceId, params.importId);
  assertHasRun(one);
  const { check, run } = one;
  return { rows: (check?.invalid ?? 0) + (run?.failed ?? 0), url: await linkToErrors(one) };
});

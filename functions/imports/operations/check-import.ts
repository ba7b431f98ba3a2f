import { answeringWith } from '../../../shared/core/actor.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { assertMayImport, checkImport, type Import } from '../../../shared/imports/import.ts';
import { checkImportRoute } from '../../../shared/imports/import-routes.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const checkImportOperation = operation(checkImportRoute, async ({ params, match, ...by }) => {
  const one = await importStore.get(by.actor.workspaceId, params.importId);
  assertMatch(one, match);
  assertMayImport(by.actor, one.kind);
  const change = checkImport(one, by.now);
  await importStore.save(
    change,
    answeringWith(by, (stored: Import) => stored),
  );
  return change.after;
});

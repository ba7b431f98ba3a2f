import { answeringWith } from '../../../shared/core/actor.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { assertMayImport, type Import } from '../../../shared/imports/import.ts';
import { runImportRoute } from '../../../shared/imports/import-routes.ts';
import { runImport } from '../../../shared/imports/import-run.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { rememberMapping } from '../../../shared/imports/known-mapping-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const runImportOperation = operation(runImportRoute, async ({ params, body, match, ...by }) => {
  const one = await importStore.get(by.actor.workspaceId, params.importId);
  assertMatch(one, match);
  assertMayImport(by.actor, one.kind, one.mode);
  const change = runImport(one, body, by);
  await importStore.save(
    change,
    answeringWith(by, (stored: Import) => stored),
    rememberMapping(one),
  );
  return change.after;
});

import { answeringWith } from '../../../shared/core/actor.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { assertMayImport, type Import } from '../../../shared/imports/import.ts';
import { checkImportRoute } from '../../../shared/imports/import-routes.ts';
import { checkImport } from '../../../shared/imports/import-steps.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const checkImportOperation = operation(checkImportRoute, async ({ params, body, match, ...by }) => {
  const one = await importStore.get(by.actor.workspaceId, params.importId);
  assertMatch(one, match);
  assertMayImport(by.actor, one.kind, body.mode);
  const change = checkImport(one, body, by);
  await importStore.save(
    change,
    answeringWith(by, (stored: Import) => stored),
  );
  return change.after;
});

import { answeringWith } from '../../../shared/core/actor.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { assertMayUndo, type Import } from '../../../shared/imports/import.ts';
import { undoImportRoute } from '../../../shared/imports/import-routes.ts';
import { undoImport } from '../../../shared/imports/import-run.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const undoImportOperation = operation(undoImportRoute, async ({ params, match, ...by }) => {
  const one = await importStore.get(by.actor.workspaceId, params.importId);
  assertMatch(one, match);
  assertMayUndo(by.actor, one.kind);
  const change = undoImport(one, by);
  await importStore.save(
    change,
    answeringWith(by, (stored: Import) => stored),
  );
  return change.after;
});

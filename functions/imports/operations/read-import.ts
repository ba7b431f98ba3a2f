import { answeringWith } from '../../../shared/core/actor.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { assertMayImport, type Import } from '../../../shared/imports/import.ts';
import { isSent } from '../../../shared/imports/import-object-store.ts';
import { readImportRoute } from '../../../shared/imports/import-routes.ts';
import { fileMissing, readImport } from '../../../shared/imports/import-steps.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const readImportOperation = operation(readImportRoute, async ({ params, body, match, ...by }) => {
  const one = await importStore.get(by.actor.workspaceId, params.importId);
  assertMatch(one, match);
  assertMayImport(by.actor, one.kind);
  const change = readImport(one, body.format, by.now);
  if (!(await isSent(one))) throw fileMissing();
  await importStore.save(
    change,
    answeringWith(by, (stored: Import) => stored),
  );
  return change.after;
});

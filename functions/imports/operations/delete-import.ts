import { assertMatch } from '../../../shared/core/match.ts';
import { assertIdle } from '../../../shared/imports/import.ts';
import { dropFile } from '../../../shared/imports/import-object-store.ts';
import { deleteImportRoute } from '../../../shared/imports/import-routes.ts';
import { deleteImport } from '../../../shared/imports/import-steps.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

/** The file goes first: what a kill leaves behind is an import that can be deleted again. */
export const deleteImportOperation = operation(deleteImportRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const one = await importStore.get(by.actor.workspaceId, params.importId);
    assertMatch(one, match);
    assertIdle(one);
    await dropFile(one);
    await importStore.save(deleteImport(one), by);
    return undefined;
  }),
);

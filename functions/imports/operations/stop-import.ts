import { assertMatch } from '../../../shared/core/match.ts';
import { stopImportRoute } from '../../../shared/imports/import-routes.ts';
import { stopImport } from '../../../shared/imports/import-run.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

/** Asked for twice, it stops all the same. */
export const stopImportOperation = operation(stopImportRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const one = await importStore.get(by.actor.workspaceId, params.importId);
    assertMatch(one, match);
    if (one.status === 'stopping') return one;
    const change = stopImport(one, by.now);
    await importStore.save(change, by);
    return change.after;
  }),
);

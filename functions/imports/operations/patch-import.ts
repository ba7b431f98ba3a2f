import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { patchImportRoute } from '../../../shared/imports/import-routes.ts';
import { mapImport } from '../../../shared/imports/import-steps.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const patchImportOperation = operation(patchImportRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const one = await importStore.get(by.actor.workspaceId, params.importId);
    assertMatch(one, match);
    const change = mapImport(one, body, by.now);
    if (changesNothing(change)) return one;
    await importStore.save(change, by);
    return change.after;
  }),
);

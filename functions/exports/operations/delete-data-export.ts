import { assertMatch } from '../../../shared/core/match.ts';
import { deleteDataExport } from '../../../shared/exports/data-export.ts';
import { dropDataExportFiles } from '../../../shared/exports/data-export-object-store.ts';
import { deleteDataExportRoute } from '../../../shared/exports/data-export-routes.ts';
import { dataExportStore, ownDataExport } from '../../../shared/exports/data-export-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

/**
 * The file goes first: what a kill leaves behind is an export that can be deleted again. What a run that is at work puts there
 * afterwards it takes away itself, as soon as it finds that its export is gone.
 */
export const deleteDataExportOperation = operation(deleteDataExportRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const one = await ownDataExport(by.actor, params.dataExportId);
    assertMatch(one, match);
    await dropDataExportFiles(one);
    await dataExportStore.save(deleteDataExport(one), by);
    return undefined;
  }),
);

import { assertMatch } from '../../../shared/core/match.ts';
import { within } from '../../../shared/core/scope.ts';
import { trashFile } from '../../../shared/files/file-decisions.ts';
import { deleteFileRoute } from '../../../shared/files/file-routes.ts';
import { fileStore, getFile } from '../../../shared/files/file-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const deleteFileOperation = operation(deleteFileRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const file = await getFile(within(by.actor, 'edit'), params.fileId);
    assertMatch(file, match);
    await fileStore.save(trashFile(file, by), by);
    return undefined;
  }),
);

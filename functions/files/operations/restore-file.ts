import { within } from '../../../shared/core/scope.ts';
import { fileBody } from '../../../shared/files/file.ts';
import { restoreFile } from '../../../shared/files/file-decisions.ts';
import { parentStays } from '../../../shared/files/file-parent-store.ts';
import { restoreFileRoute } from '../../../shared/files/file-routes.ts';
import { fileStore, getDeletedFile } from '../../../shared/files/file-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const restoreFileOperation = operation(restoreFileRoute, ({ params, ...by }) =>
  retryLostRace(async () => {
    const file = await getDeletedFile(within(by.actor, 'edit'), params.fileId);
    const change = restoreFile(file, by);
    await fileStore.save(change, by, [parentStays(file.workspaceId, file.recordId)]);
    return fileBody(change.after);
  }),
);

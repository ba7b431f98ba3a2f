import { answeringWith } from '../../../shared/core/actor.ts';
import { within } from '../../../shared/core/scope.ts';
import { type File, type FileVersion, fileBody } from '../../../shared/files/file.ts';
import { startVersion } from '../../../shared/files/file-decisions.ts';
import { uploadOf } from '../../../shared/files/file-object-store.ts';
import { parentStays } from '../../../shared/files/file-parent-store.ts';
import { createFileVersionRoute } from '../../../shared/files/file-routes.ts';
import { fileStore, getFile } from '../../../shared/files/file-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const createFileVersionOperation = operation(createFileVersionRoute, ({ params, body, ...by }) =>
  retryLostRace(async () => {
    const file = await getFile(within(by.actor, 'edit'), params.fileId);
    const change = startVersion(file, body, by);
    const upload = await uploadOf(change.after, change.after.versions.at(-1) as FileVersion);
    const shown = (stored: File) => ({ ...fileBody(stored), upload });
    await fileStore.save(change, answeringWith(by, shown), [parentStays(file.workspaceId, file.recordId)]);
    return shown(change.after);
  }),
);

import { answeringWith } from '../../../shared/core/actor.ts';
import { within } from '../../../shared/core/scope.ts';
import { type File, type FileVersion, fileBody } from '../../../shared/files/file.ts';
import { startFile } from '../../../shared/files/file-decisions.ts';
import { uploadOf } from '../../../shared/files/file-object-store.ts';
import { parentForNew, parentStays } from '../../../shared/files/file-parent-store.ts';
import { createFileRoute } from '../../../shared/files/file-routes.ts';
import { assertRoomForFile, fileStore } from '../../../shared/files/file-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const createFileOperation = operation(createFileRoute, async ({ body, ...by }) => {
  const { workspaceId } = by.actor;
  const parent = await parentForNew(within(by.actor, 'edit'), body.recordId);
  await assertRoomForFile(workspaceId, parent.id);
  const change = startFile({ ...body, recordId: parent.id }, parent, by);
  const upload = await uploadOf(change.after, change.after.versions[0] as FileVersion);
  const shown = (file: File) => ({ ...fileBody(file), upload });
  await fileStore.save(change, answeringWith(by, shown), [parentStays(workspaceId, parent.id)]);
  return shown(change.after);
});

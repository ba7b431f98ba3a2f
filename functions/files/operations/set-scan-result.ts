import { AppError } from '../../../shared/core/errors.ts';
import { within } from '../../../shared/core/scope.ts';
import { type File, type FileVersion, fileBody, versionKey } from '../../../shared/files/file.ts';
import { settleScan } from '../../../shared/files/file-decisions.ts';
import { dropObject } from '../../../shared/files/file-object-store.ts';
import { setScanResultRoute } from '../../../shared/files/file-routes.ts';
import { fileStore, getFile } from '../../../shared/files/file-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

function versionScanned(file: File, number: number): FileVersion {
  const version = file.versions.find((one) => one.number === number);
  if (!version) {
    const detail = `${file.id} has no version ${number}.`;
    throw new AppError('not_found', 'file_version_not_found', detail);
  }
  if (version.status !== 'uploading') return version;
  const detail = `Version ${number} of ${file.id} has not come yet.`;
  throw new AppError('conflict', 'file_not_scanning', detail);
}

export const setScanResultOperation = operation(setScanResultRoute, ({ params, body, ...by }) =>
  retryLostRace(async () => {
    const file = await getFile(within(by.actor), params.fileId);
    const change = settleScan(file, versionScanned(file, body.version), body.result, by.now);
    if (change) await fileStore.save(change, by);
    const left = change?.after ?? file;
    const refused = left.versions.some(
      ({ number, status }) => number === body.version && status === 'refused',
    );
    if (refused) await dropObject(versionKey(file, body.version));
    return fileBody(left);
  }),
);

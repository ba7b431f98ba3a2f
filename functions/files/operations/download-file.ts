import type { Actor } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { within } from '../../../shared/core/scope.ts';
import { currentOf, type File, type FileVersion } from '../../../shared/files/file.ts';
import { downloadOf } from '../../../shared/files/file-object-store.ts';
import { downloadFileRoute } from '../../../shared/files/file-routes.ts';
import { getFile } from '../../../shared/files/file-store.ts';
import { operation } from '../../../shared/platform/api.ts';

const notReady = (file: File, status: string) =>
  new AppError('conflict', 'file_not_ready', `${file.id} is ${status}: there is nothing to fetch.`);

/** The version that is asked for; what a scanner has not seen is for the scanner alone. */
function versionAsked(file: File, number: number | undefined, { permissions }: Actor): FileVersion {
  const version = number === undefined ? currentOf(file) : file.versions.find((one) => one.number === number);
  if (!version && number !== undefined) {
    const detail = `${file.id} has no version ${number}.`;
    throw new AppError('not_found', 'file_version_not_found', detail);
  }
  if (!version) throw notReady(file, file.versions.at(-1)?.status ?? 'uploading');
  const mayScan = version.status === 'scanning' && permissions.includes('webhooks:write');
  if (version.status !== 'ready' && !mayScan) throw notReady(file, version.status);
  return version;
}

export const downloadFileOperation = operation(downloadFileRoute, async ({ actor, params, query }) => {
  const file = await getFile(within(actor), params.fileId);
  const version = versionAsked(file, query.version, actor);
  const { number, size, contentType, sha256 } = version;
  return { ...(await downloadOf(file, version)), name: file.name, number, size, contentType, sha256 };
});

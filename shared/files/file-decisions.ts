import type { Context } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { type Kept, nextVersion } from '../core/record.ts';
import {
  type File,
  type FilePatch,
  type FileVersion,
  fileRecord,
  mostVersions,
  type NewFile,
  type NewVersion,
  type Refusal,
  uploadHours,
} from './file.ts';
import { fileRefused, fileUploaded } from './file-events.ts';
import type { Parent } from './file-parents.ts';
import type { Judged } from './file-types.ts';

const versionOf = ({ size, sha256, contentType }: NewVersion, number: number, { actor, now }: Context) => ({
  number,
  status: 'uploading' as const,
  size,
  ...(sha256 && { sha256 }),
  ...(contentType && { told: contentType }),
  startedAt: now,
  by: { kind: actor.kind, id: actor.id },
});

/** A file of which nothing has come yet. */
export function startFile(
  { recordId, name, kind, ...told }: NewFile,
  parent: Parent,
  by: Context,
): Kept<File> {
  const { actor, now } = by;
  const base = {
    id: newId('file', now),
    workspaceId: actor.workspaceId,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const after = {
    ...base,
    recordId,
    recordKind: parent.kind,
    name,
    kind,
    versions: [versionOf(told, 1, by)],
  };
  return { of: fileRecord, before: undefined, after, events: [] };
}

const changed = (
  file: File,
  patch: Partial<File>,
  now: string,
  events: Kept<File>['events'] = [],
): Kept<File> => ({
  of: fileRecord,
  before: file,
  after: nextVersion(file, patch, now),
  events,
});

/** One more version; the one before it stays what a download gets until this one is ready. Throws `too_many_versions`. */
export function startVersion(file: File, told: NewVersion, by: Context): Kept<File> {
  if (file.versions.length >= mostVersions) {
    const detail = `A file has ${mostVersions} versions at most. Delete it, or make another.`;
    throw new AppError('conflict', 'too_many_versions', detail);
  }
  const number = (file.versions.at(-1)?.number ?? 0) + 1;
  return changed(file, { versions: [...file.versions, versionOf(told, number, by)] }, by.now);
}

export function patchFile(file: File, patch: FilePatch, { now }: Context): Kept<File> {
  return { of: fileRecord, before: file, after: nextVersion(mergePatch(file, patch), {}, now), events: [] };
}
export const trashFile = (file: File, { now }: Context) => changed(file, { deletedAt: now }, now);
export const restoreFile = (file: File, { now }: Context) => changed(file, { deletedAt: undefined }, now);

const withVersion = (file: File, version: FileVersion) =>
  file.versions.map((one) => (one.number === version.number ? version : one));

const refused = (file: File, version: FileVersion, why: Refusal, now: string): Kept<File> =>
  changed(file, { versions: withVersion(file, { ...version, status: 'refused', refusedFor: why }) }, now, [
    fileRefused({ fileId: file.id, number: version.number, recordId: file.recordId, why }),
  ]);

export type Arrived = { size: number; etag: string; judged: Judged };
/**
 * What becomes of a version whose bytes have come. Undefined where that was decided before: of a notice that comes twice,
 * or late, nothing changes.
 */
export function arrive(
  file: File,
  version: FileVersion,
  { size, etag, judged }: Arrived,
  isScanned: boolean,
  now: string,
): Kept<File> | undefined {
  if (version.status !== 'uploading') return undefined;
  const there = { ...version, etag, uploadedAt: now, contentType: judged.contentType };
  if (size !== version.size) return refused(file, there, 'size_mismatch', now);
  if (!judged.taken) return refused(file, there, judged.why, now);
  const status = isScanned ? 'scanning' : 'ready';
  const uploaded = fileUploaded({ fileId: file.id, number: version.number, recordId: file.recordId, status });
  return changed(file, { versions: withVersion(file, { ...there, status }) }, now, [uploaded]);
}

/** A scanner's word on a version. Only the first counts: undefined where the version does not wait for one. */
export function settleScan(
  file: File,
  version: FileVersion,
  result: 'clean' | 'infected' | 'unscannable',
  now: string,
): Kept<File> | undefined {
  if (version.status !== 'scanning') return undefined;
  if (result !== 'clean') return refused(file, version, result, now);
  return changed(file, { versions: withVersion(file, { ...version, status: 'ready' }) }, now);
}

const hourMs = 3_600_000;
const isLate = ({ status, startedAt }: FileVersion, now: string) =>
  status === 'uploading' && Date.parse(startedAt) + uploadHours * hourMs <= Date.parse(now);
/** When the oldest upload that has not come is given up; undefined where all have. */
export function uploadDueAt({ versions }: Pick<File, 'versions'>): string | undefined {
  const waiting = versions.find(({ status }) => status === 'uploading');
  return waiting && new Date(Date.parse(waiting.startedAt) + uploadHours * hourMs).toISOString();
}
/** What is left without the uploads that never came: `gone` where that is nothing, undefined where all may come yet. */
export function withoutLate(file: File, now: string): Kept<File> | 'gone' | undefined {
  const versions = file.versions.filter((version) => !isLate(version, now));
  if (versions.length === file.versions.length) return undefined;
  return versions.length === 0 ? 'gone' : changed(file, { versions }, now);
}

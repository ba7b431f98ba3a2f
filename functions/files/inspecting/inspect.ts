import { systemContext } from '../../../shared/core/actor.ts';
import { type File, type FileVersion, readKey, versionKey } from '../../../shared/files/file.ts';
import { arrive, settleScan } from '../../../shared/files/file-decisions.ts';
import { dropObject, readHead } from '../../../shared/files/file-object-store.ts';
import { fileStore } from '../../../shared/files/file-store.ts';
import { judge } from '../../../shared/files/file-types.ts';
import { isScanned, type Scanned } from '../../../shared/files/scan.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { env } from '../../../shared/platform/env.ts';
import { logger } from '../../../shared/platform/logger.ts';

type Place = { file: File; version: FileVersion; key: string };
const contextOf = ({ file, key }: Place, now: string) =>
  systemContext(file.workspaceId, 'system', file.id, now, key);

/** The version that a key is of; undefined, and a line in the log, where it is none of ours. */
async function placeOf(bucket: string, key: string): Promise<Place | undefined> {
  if (bucket !== env('FILES_BUCKET')) return undefined; // another deployment of this account
  const named = readKey(key);
  if (!named) {
    logger.warn('an object that no file names', { key });
    return undefined;
  }
  const file = await fileStore.find(named.workspaceId, named.fileId);
  const version = file?.versions.find(({ number }) => number === named.number);
  if (file && version) return { file, version, key };
  // A file is stored before its URL is given out: this one was deleted since, and what came late for it goes, too.
  logger.warn('an object whose file is gone', { key, deleted: await dropObject(key) });
  return undefined;
}

async function sniff(bytes: Uint8Array): Promise<string | undefined> {
  const { fileTypeFromBuffer } = await import('file-type');
  return (await fileTypeFromBuffer(bytes))?.mime;
}

/**
 * Looks at an object that has come and decides what becomes of its version: reads 64 KB of it. May be called twice, late
 * or in any order for any key: what was decided stays, and bytes of a refused version are deleted again. Answers whether
 * the object was there.
 */
export async function inspect(bucket: string, key: string, now: string): Promise<boolean> {
  const head = bucket === env('FILES_BUCKET') && readKey(key) ? await readHead(key) : undefined;
  return retryLostRace(async () => {
    const place = await placeOf(bucket, key);
    if (!place || !head) return head !== undefined;
    const { file, version } = place;
    const told = { name: file.name, contentType: version.told };
    const judged = judge(head.bytes, await sniff(head.bytes), told);
    const change = arrive(file, version, { ...head, judged }, isScanned(), now);
    if (change) await fileStore.save(change, contextOf(place, now));
    await dropRefused(change?.after ?? file, version.number);
    return true;
  });
}

async function dropRefused(file: File, number: number): Promise<void> {
  const version = file.versions.find((one) => one.number === number);
  if (version?.status === 'refused') await dropObject(versionKey(file, number));
}

async function settle({ key, etag, result }: Scanned, place: Place, now: string): Promise<void> {
  const { file, version } = place;
  if (version.status !== 'scanning' || (etag && version.etag && etag !== version.etag)) return;
  if (result === 'failed') throw new Error(`The scanner could not read ${key}`);
  const change = settleScan(file, version, result, now);
  if (change) await fileStore.save(change, contextOf(place, now));
  await dropRefused(change?.after ?? file, version.number);
}

/**
 * A scanner's word on an object. It may come before the object was looked at: then it is looked at first. Throws where
 * the scanner could not say, so that the dead letters ring.
 */
export async function scanned(word: Scanned, now: string): Promise<void> {
  const { bucket, key } = word;
  if (bucket !== env('FILES_BUCKET')) return;
  await inspect(bucket, key, now);
  await retryLostRace(async () => {
    const place = await placeOf(bucket, key);
    if (place) await settle(word, place, now);
  });
}

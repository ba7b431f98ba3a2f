import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemContext } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { env } from '../../../shared/platform/env.ts';
import { mustExist } from '../../../shared/platform/record-store.ts';
import { putArchive } from '../../../shared/privacy/archive-store.ts';
import { exportKey, failExport, finishExport, type PersonExport } from '../../../shared/privacy/export.ts';
import { exportStore } from '../../../shared/privacy/export-store.ts';
import { purgeObject } from '../../../shared/privacy/objects-store.ts';
import { partsOf } from './parts.ts';
import { type Person, personOf } from './person.ts';
import { writeZip } from './zip.ts';

const byOf = ({ workspaceId, id }: PersonExport, now: string) =>
  systemContext(workspaceId, 'system', id, now, id);

/** By way of a file: what S3 is given has a length that is known. */
async function archived(one: PersonExport, person: Person): Promise<{ bytes: number; files: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'export-'));
  try {
    const file = join(folder, 'person.zip');
    const made = await writeZip(file, partsOf(person));
    await putArchive(exportKey(one), file, made.bytes);
    return made;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const wasErased = (error: unknown) => error instanceof AppError && error.code === 'contact_erased';

/**
 * Writes the archive that was asked for. May be repeated: the same key then holds the archive of now. Of a person who was
 * erased in between nothing stays.
 */
export async function writeArchive(workspaceId: string, id: string): Promise<void> {
  const one = await exportStore.find(workspaceId, id);
  if (one?.status !== 'requested') return;
  const person = await personOf(one);
  const now = () => new Date().toISOString();
  if (!person) return exportStore.save(failExport(one, now()), byOf(one, now()));
  const made = await archived(one, person);
  const here = mustExist(workspaceId, 'contact', person.contact.id, '/contactId');
  try {
    await exportStore.save(finishExport(one, made, now()), byOf(one, now()), [here]);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // The erasure may have looked before the archive was there.
    if (wasErased(error) || (await exportStore.get(workspaceId, id)).status === 'deleted')
      await purgeObject(env('EXPORTS_BUCKET'), exportKey(one));
    else throw error;
  }
}

import { systemContext } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import {
  failReading,
  fileMissing,
  finishReading,
  type Import,
  type Read,
} from '../../../shared/imports/import.ts';
import { fileHead, fileOf } from '../../../shared/imports/import-object-store.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { suggestMapping } from '../../../shared/imports/mapping/suggest-mapping.ts';
import { openTable } from '../../../shared/imports/reading/open-table.ts';
import { sniffFormat } from '../../../shared/imports/reading/sniff-format.ts';
import { keepRows } from './keep-rows.ts';

async function read(one: Import): Promise<Read> {
  const [head, source] = [await fileHead(one), await fileOf(one)];
  if (!head || !source) throw fileMissing();
  const format = one.format ?? (await sniffFormat(head, one.name));
  const { columns, rows } = await openTable(source, format);
  const { count, faulty, samples } = await keepRows(one, rows);
  const suggested = suggestMapping(one.kind, columns, samples);
  return { format, columns: suggested, rows: count, faultyRows: faulty };
}

const byOf = ({ workspaceId, id }: Import, now: string) => systemContext(workspaceId, 'system', id, now, id);

/** What came of it: what cannot be read says why; anything else is thrown, and tried again. */
async function outcome(one: Import): Promise<(now: string) => ReturnType<typeof finishReading>> {
  try {
    const done = await read(one);
    return (now) => finishReading(one, done, now);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message: detail } = error;
    return (now) => failReading(one, { code, detail }, now);
  }
}

/**
 * Reads the file that was sent: its format, its rows in parts, a suggestion for each column. May be repeated: the same parts are
 * written again. Does nothing for an import that is not being read.
 */
export async function readFile(workspaceId: string, id: string): Promise<void> {
  const one = await importStore.find(workspaceId, id);
  if (one?.status !== 'reading') return;
  const changeAt = await outcome(one);
  const now = new Date().toISOString();
  try {
    await importStore.save(changeAt(now), byOf(one, now));
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'version_conflict')) throw error; // another run was first
  }
}

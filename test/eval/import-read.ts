import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { openTable } from '../../shared/imports/reading/open-table.ts';
import { sniffFormat } from '../../shared/imports/reading/sniff-format.ts';

export type Table = { columns: string[]; rows: string[][]; hasHeader: boolean };

/** A file as the product reads it. */
export async function readTable(path: string): Promise<Table> {
  const bytes = await readFile(path);
  const format = await sniffFormat(bytes.subarray(0, 262_144), basename(path));
  const { columns, rows } = await openTable(
    (async function* whole() {
      yield bytes;
    })(),
    format,
  );
  const all = await Array.fromAsync(rows, ({ cells }) => cells);
  return { columns, rows: all, hasHeader: 'hasHeader' in format && format.hasHeader };
}

/** Files under a folder whose name ends so, by name. */
export async function filesUnder(folder: string, ending: string): Promise<{ path: string; name: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path, name: relative(folder, path) }));
}

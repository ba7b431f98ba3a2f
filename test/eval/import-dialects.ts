import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesUnder, readTable } from './import-read.ts';
import { type Tally, tallyOf } from './import-tally.ts';

/** Records with their header, or objects without one; a file of one record may be the object alone. */
type Expected = string[][] | Record<string, string>[];
/** Records as they stand in the file, the header first. */
function recordsOf(expected: Expected): string[][] {
  const [first] = expected;
  if (!first || Array.isArray(first)) return expected as string[][];
  return [Object.keys(first), ...(expected as Record<string, string>[]).map((one) => Object.values(one))];
}
const isFilled = (cells: readonly string[]) => cells.some((cell) => cell.trim() !== '');

/** What is wholly empty is no row; a name of a column is trimmed. */
function comparable(records: readonly string[][]): string {
  const [header = [], ...rows] = records.filter(isFilled);
  return JSON.stringify([header.map((cell) => cell.trim()), ...rows]);
}

async function got(path: string): Promise<string> {
  try {
    const { columns, rows, hasHeader } = await readTable(path);
    return comparable(hasHeader ? [columns, ...rows] : rows);
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

/** A header alone is a table without rows, whose objects are none. */
const isHeaderAlone = (wanted: string, read: string) =>
  wanted === '[[]]' && (read === 'import_file_unreadable' || (JSON.parse(read) as string[][]).length === 1);

/** CSV files of many dialects whose records are those that are expected of them. A file of nothing is refused. */
export async function dialectTally(folder: string): Promise<Tally> {
  const judged = [];
  for (const { path, name } of await filesUnder(join(folder, 'csv-dialects'), '.expected.json')) {
    const expected = [JSON.parse(await readFile(path, 'utf8'))].flat() as Expected;
    const wanted = comparable(recordsOf(expected));
    const read = await got(path.replace(/\.expected\.json$/, '.csv'));
    judged.push({
      isRight: read === wanted || isHeaderAlone(wanted, read),
      told: `${name}: ${wanted} is read as ${read}`,
    });
  }
  return tallyOf('dialects', judged);
}

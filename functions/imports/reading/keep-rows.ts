import type { Import } from '../../../shared/imports/import.ts';
import { type ImportRow, partRows, putPart } from '../../../shared/imports/import-object-store.ts';

/** Rows by which a column is told from its values. */
const mostSamples = 200;
/** Parts that are sent at once, and so the most of a file that is in memory. */
const atOnce = 4;

async function sendRows(one: Import, rows: readonly ImportRow[]): Promise<void> {
  const parts = Array.from({ length: Math.ceil(rows.length / partRows) }, (_, at) =>
    rows.slice(at * partRows, (at + 1) * partRows),
  );
  const partOf = ([first]: ImportRow[]) => Math.floor(((first?.number ?? 1) - 1) / partRows);
  await Promise.all(parts.map((part) => putPart(one, 'rows', partOf(part), part)));
}

type Kept = { count: number; faulty: number; samples: string[][] };
/** Keeps a file's rows in parts, numbered from 1, and says how many there are. */
export async function keepRows(one: Import, rows: AsyncIterable<Omit<ImportRow, 'number'>>): Promise<Kept> {
  const kept: Kept = { count: 0, faulty: 0, samples: [] };
  let waiting: ImportRow[] = [];
  for await (const { cells, fault } of rows) {
    kept.count += 1;
    if (fault) kept.faulty += 1;
    else if (kept.samples.length < mostSamples) kept.samples.push(cells);
    waiting.push({ number: kept.count, cells, ...(fault && { fault }) });
    if (waiting.length < partRows * atOnce) continue;
    await sendRows(one, waiting);
    waiting = [];
  }
  await sendRows(one, waiting);
  return kept;
}

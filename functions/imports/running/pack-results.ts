import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvSettings } from '../../../shared/core/csv-settings.ts';
import type { Import } from '../../../shared/imports/import.ts';
import {
  checkedPart,
  partRows,
  putErrors,
  putPart,
  readPart,
  resultPart,
} from '../../../shared/imports/import-object-store.ts';
import { type AnyResult, type RowResult, RunResult, UndoResult } from '../../../shared/imports/row-result.ts';
import { rowPacker } from './row-packer.ts';
import type { Stage } from './stages.ts';

type Failed = { number: number; why: string };

async function* resultsOf(one: Import, { name, parts }: Stage): AsyncGenerator<RowResult> {
  const kind = one.status === 'undoing' ? 'undone' : 'done';
  for (let part = 0; part < parts; part += 1) yield* await resultPart(one, `${kind}/${name}`, part);
}

/** Rows of which nothing was made, in their order: those that were invalid, and of each stage those that failed. */
async function* invalidRows(one: Import): AsyncGenerator<Failed> {
  for (let part = 0; part * partRows < (one.check?.invalid ?? 0); part += 1)
    for (const { number, faults } of await checkedPart(one, 'invalid', part))
      yield {
        number,
        why: faults.map(({ field, detail }) => (field ? `${field}: ${detail}` : detail)).join(' '),
      };
}
async function* failedRows(one: Import, stage: Stage): AsyncGenerator<Failed> {
  for await (const { number, result, problem } of resultsOf(one, stage))
    if (result === 'failed') yield { number, why: problem?.detail ?? '' };
}

/** Several orders of rows as one. */
async function* merged(sources: readonly AsyncGenerator<Failed>[]): AsyncGenerator<Failed> {
  const heads = await Promise.all(sources.map(async (source) => ({ source, head: await source.next() })));
  for (;;) {
    const open = heads.filter(({ head }) => !head.done);
    const first = open.toSorted((a, b) => a.head.value.number - b.head.value.number)[0];
    if (!first) return;
    yield first.head.value;
    first.head = await first.source.next();
  }
}

/** Those rows as they stood in the file, with why nothing was made of them. */
async function* mendable(one: Import, failed: AsyncIterable<Failed>): AsyncGenerator<string[]> {
  yield [...(one.columns ?? []).map(({ header }) => header), 'Import problem'];
  let [at, rows] = [-1, await readPart(one, -1)];
  for await (const { number, why } of failed) {
    const part = Math.floor((number - 1) / partRows);
    if (part !== at) [at, rows] = [part, await readPart(one, part)];
    const row = rows[(number - 1) % partRows];
    const width = one.columns?.length ?? 0;
    yield [...Array.from({ length: width }, (_, n) => row?.cells[n] ?? ''), why];
  }
}

async function keepErrors(one: Import, failed: AsyncIterable<Failed>): Promise<void> {
  const { stringify } = await import('csv-stringify');
  const folder = await mkdtemp(join(tmpdir(), 'import-'));
  try {
    const file = join(folder, 'errors.csv');
    const lines = stringify({ ...csvSettings, bom: true });
    await pipeline(Readable.from(mendable(one, failed)), lines, createWriteStream(file));
    await putErrors(one, file, (await stat(file)).size);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lays the results of all parts together by what the rows became, and writes the file of those to be mended. May be repeated. */
export async function packResults(one: Import, stages: readonly Stage[]): Promise<void> {
  const isUndo = one.status === 'undoing';
  const packed = rowPacker<AnyResult, RowResult>((result, part, rows) =>
    putPart(
      one,
      isUndo ? `undo/${UndoResult.parse(result)}` : `results/${RunResult.parse(result)}`,
      part,
      rows,
    ),
  );
  for (const stage of stages)
    for await (const row of resultsOf(one, stage)) await packed.add(row.result, row);
  await packed.end();
  if (!isUndo)
    await keepErrors(one, merged([invalidRows(one), ...stages.map((stage) => failedRows(one, stage))]));
}

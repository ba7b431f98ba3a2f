import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type DataExport, dataExportKey } from '../../../shared/exports/data-export.ts';
import { bytesOf } from '../../../shared/exports/data-export-object-store.ts';
import { archiveSchema, partNames } from '../../../shared/exports/workspace-parts.ts';
import { putArchive } from '../../../shared/privacy/archive-store.ts';
import { type Part, writeZip } from '../../privacy/exporting/zip.ts';

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
const sum = (pieces: DataExport['pieces']) => pieces.reduce((all, { rows }) => all + rows, 0);

/** What the archive is of, and how many records each part has; then the parts. */
async function* partsOf(one: DataExport): AsyncGenerator<Part> {
  const { id, workspaceId, createdAt, pieces } = one;
  const byPart = Object.groupBy(pieces, ({ part = '' }) => part);
  const counts = Object.fromEntries(partNames.map((name) => [name, sum(byPart[name] ?? [])]));
  const manifest = { schema: archiveSchema, exportId: id, workspaceId, exportedAt: createdAt, counts };
  yield { name: 'manifest.json', content: json(manifest) };
  for (const name of partNames) {
    const content = Readable.from(bytesOf(one, byPart[name] ?? []), { objectMode: false });
    yield { name: `${name}.jsonl`, content };
  }
}

/** Packs the pieces into a ZIP by way of a file: what S3 is given has a length that is known. Answers that. May be repeated. */
export async function packTogether(one: DataExport): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'workspace-'));
  try {
    const file = join(folder, 'workspace.zip');
    const { bytes } = await writeZip(file, partsOf(one));
    await putArchive(dataExportKey(one), file, bytes);
    return bytes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Entry, open, type ZipFile } from 'yauzl';
import * as z from 'zod';
import { archiveSchema, type PartName } from '../../shared/exports/workspace-parts.ts';

const Manifest = z.object({
  schema: z.literal(archiveSchema),
  exportId: z.string(),
  workspaceId: z.string(),
  exportedAt: z.iso.datetime(),
  counts: z.record(z.string(), z.int()),
});
export type Manifest = z.infer<typeof Manifest>;

/** An archive of a workspace: what it says of itself, and the records of each part, line by line. */
export type Archive = { manifest: Manifest; lines: (part: PartName) => AsyncIterable<unknown> };

const opened = (path: string) =>
  new Promise<ZipFile>((resolve, reject) =>
    open(path, { lazyEntries: true, autoClose: false }, (error, file) =>
      error ? reject(error) : resolve(file),
    ),
  );
async function entriesOf(file: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  file.on('entry', (entry: Entry) => {
    entries.set(entry.fileName, entry);
    file.readEntry();
  });
  file.readEntry();
  await once(file, 'end');
  return entries;
}
const streamOf = (file: ZipFile, entry: Entry) =>
  new Promise<Readable>((resolve, reject) =>
    file.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
  );

/** Opens an archive without reading it whole. Throws an Error for what is none, or of a schema that is not known here. */
export async function readArchive(path: string): Promise<Archive> {
  const file = await opened(path);
  const entries = await entriesOf(file);
  const entry = (name: string): Entry => {
    const found = entries.get(name);
    if (!found) throw new Error(`${path} has no ${name}: it is no archive of a workspace.`);
    return found;
  };
  const text = (await buffer(await streamOf(file, entry('manifest.json')))).toString();
  const manifest = Manifest.safeParse(JSON.parse(text));
  if (!manifest.success) throw new Error(`${path} is of another schema: ${z.prettifyError(manifest.error)}`);
  return {
    manifest: manifest.data,
    lines: async function* (part) {
      // An archive of an earlier version has fewer parts.
      if (manifest.data.counts[part] === undefined && !entries.has(`${part}.jsonl`)) return;
      const input = await streamOf(file, entry(`${part}.jsonl`));
      for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
        if (line) yield JSON.parse(line) as unknown;
    },
  };
}

import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export type Part = { name: string; content: Readable | AsyncIterable<string> | Buffer };

/**
 * Writes parts into a ZIP at `file`, one after the other in pieces, so that memory does not follow their size. `parts` goes
 * on when the part before has been read to its end. Answers what the archive came to.
 */
export async function writeZip(
  file: string,
  parts: AsyncIterable<Part>,
): Promise<{ bytes: number; files: number }> {
  const zip = new ZipFile();
  const broken = new Promise<never>((_, reject) => zip.on('error', reject));
  broken.catch(() => {}); // heard below, where it is waited for
  const written = pipeline(zip.outputStream, createWriteStream(file));
  written.catch(() => {});
  let files = 0;
  for await (const { name, content } of parts) {
    files++;
    if (Buffer.isBuffer(content)) {
      zip.addBuffer(content, name);
      continue;
    }
    const stream = content instanceof Readable ? content : Readable.from(content, { objectMode: false });
    zip.addReadStream(stream, name);
    await Promise.race([finished(stream, { writable: false }), broken, written]);
  }
  zip.end();
  await Promise.race([written, broken]);
  return { bytes: (await stat(file)).size, files };
}

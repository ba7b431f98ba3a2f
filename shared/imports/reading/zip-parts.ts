import { crc32 } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { AppError } from '../../core/errors.ts';
import { unreadable } from './unreadable.ts';

/** The parts of a packed file by their names, each inflated as it is read, to so many bytes at most. */
export type ZipParts = (name: string, mostBytes: number) => AsyncGenerator<Uint8Array> | undefined;

/** What is thrown of broken bytes tells nobody anything. */
const damaged = (error: unknown) =>
  error instanceof AppError
    ? error
    : unreadable('The workbook is damaged. Open it, save it as .xlsx and try again.');

const opened = (bytes: Uint8Array) =>
  new Promise<ZipFile>((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    fromBuffer(buffer, { lazyEntries: true }, (error, file) => (error ? reject(error) : resolve(file)));
  });

const mostParts = 10_000;
const entriesOf = (file: ZipFile) =>
  new Promise<Map<string, Entry>>((resolve, reject) => {
    const entries = new Map<string, Entry>();
    file.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > mostParts) reject(unreadable(`The workbook has more than ${mostParts} parts.`));
      else file.readEntry();
    });
    file.on('end', () => resolve(entries));
    file.on('error', reject);
    file.readEntry();
  });

const streamOf = (file: ZipFile, entry: Entry) =>
  new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });

async function* inflated(file: ZipFile, entry: Entry, mostBytes: number): AsyncGenerator<Uint8Array> {
  let read = 0;
  let checksum = 0;
  try {
    for await (const bytes of await streamOf(file, entry)) {
      read += bytes.length;
      if (read > mostBytes) throw unreadable(`A part of the workbook has more than ${mostBytes} bytes.`);
      checksum = crc32(bytes, checksum);
      yield bytes;
    }
    if (checksum !== entry.crc32) throw damaged(undefined);
  } catch (error) {
    throw damaged(error);
  }
}

/** Throws `import_file_unreadable` of what is no ZIP, or broken. */
export async function zipParts(bytes: Uint8Array): Promise<ZipParts> {
  try {
    const file = await opened(bytes);
    const entries = await entriesOf(file);
    return (name, mostBytes) => {
      const entry = entries.get(name);
      return entry && inflated(file, entry, mostBytes);
    };
  } catch (error) {
    throw damaged(error);
  }
}

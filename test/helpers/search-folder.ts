import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) yield join(entry.parentPath, entry.name);
}

/** What of a word's base64 stays the same wherever in a text it stands: its first and last character may share a group with others. */
function base64Cores(word: string): string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.from('x'.repeat(shift) + word).toString('base64');
    const whole = Math.floor((shift + word.length) / 3) * 4;
    return encoded.slice(shift === 0 ? 0 : 4, whole);
  });
}

const attempt = (read: () => Buffer): Buffer[] => {
  try {
    return [read()];
  } catch {
    return [];
  }
};
const loose = { finishFlush: 2 }; // Z_SYNC_FLUSH: what follows the compressed bytes is no fault

/** What is packed in a file: gzip and ZIP members, and deflated text in the base64 that a table's binary attributes are kept as. */
function* unpacked(bytes: Buffer): Generator<Buffer> {
  for (
    let at = bytes.indexOf(Buffer.from([0x1f, 0x8b, 8]));
    at >= 0;
    at = bytes.indexOf(Buffer.from([0x1f, 0x8b, 8]), at + 1)
  )
    yield* attempt(() => gunzipSync(bytes.subarray(at), loose));
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 1)) {
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    yield* attempt(() => inflateRawSync(bytes.subarray(start), loose));
  }
  for (const [, text = ''] of bytes.toString('latin1').matchAll(/"B":\s*"([A-Za-z0-9+/=]{16,})"/g)) {
    const packed = Buffer.from(text, 'base64');
    yield* [packed, ...attempt(() => inflateRawSync(packed)), ...attempt(() => inflateSync(packed))];
  }
}

function holds(bytes: Buffer, word: string): boolean {
  const text = bytes.toString('latin1');
  const flat = text.replace(/=\r?\n/g, '').replace(/\r?\n/g, ''); // soft breaks of quoted-printable, lines of base64
  const plain = [text, flat].some((one) => one.toLowerCase().includes(word.toLowerCase()));
  const encoded = [word, word.toLowerCase()].flatMap(base64Cores);
  return (
    plain ||
    encoded.some((core) => core.length > 7 && flat.includes(core)) ||
    bytes.includes(Buffer.from(word, 'utf16le'))
  );
}

/** Where in a folder's files a word stands: plain in any case, in base64 or quoted-printable, or packed. */
export function whereIs(folder: string, words: readonly string[]): Record<string, string[]> {
  const found: Record<string, string[]> = Object.fromEntries(words.map((word) => [word, []]));
  for (const file of filesIn(folder)) {
    if (statSync(file).size === 0) continue;
    const bytes = readFileSync(file);
    const all = [bytes, ...unpacked(bytes)];
    for (const word of words)
      if (all.some((one) => holds(one, word))) found[word]?.push(file.slice(folder.length + 1));
  }
  return found;
}

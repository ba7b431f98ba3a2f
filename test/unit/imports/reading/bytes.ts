import { openTable } from '../../../../shared/imports/reading/open-table.ts';
import { sniffFormat } from '../../../../shared/imports/reading/sniff-format.ts';

/** Bytes that come as a download does: in pieces, which end anywhere. */
export async function* inPieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const decoded = (encoding: string, bytes: number[]) =>
  new TextDecoder(encoding).decode(Uint8Array.from(bytes));
function tableOf(encoding: string): Map<string, number[]> {
  const every = Array.from({ length: 128 }, (_, place) => place + 128);
  const single = every.map((byte) => [byte]);
  const pairs = every.flatMap((first) => Array.from({ length: 256 }, (_, second) => [first, second]));
  const known = new Map<string, number[]>();
  for (const bytes of [...single, ...pairs]) {
    const sign = decoded(encoding, bytes);
    if ([...sign].length === 1 && sign !== '\ufffd' && !known.has(sign)) known.set(sign, bytes);
  }
  return known;
}
/** A text in an encoding that Node reads and does not write. */
export function encoded(text: string, encoding: string): Uint8Array {
  const known = tableOf(encoding);
  return Uint8Array.from([...text].flatMap((sign) => known.get(sign) ?? [sign.charCodeAt(0)]));
}

export const utf8 = (text: string): Uint8Array => Buffer.from(text);

/** A whole file as it is sniffed and read. */
export async function read(bytes: Uint8Array, name = 'people.csv') {
  const format = await sniffFormat(bytes, name);
  const { columns, rows } = await openTable(inPieces(bytes), format);
  return { format, columns, rows: await Array.fromAsync(rows) };
}

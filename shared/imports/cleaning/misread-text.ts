const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const byteOf = new Map([...new TextDecoder('windows-1252').decode(bytes)].map((sign, byte) => [sign, byte]));
const telling = /[\u00c2-\u00f4][\u0080-\u00bf\u2010-\u20ac\u0152-\u0192\u02c6\u02dc\u2122]/;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * A text whose UTF-8 somebody read as Windows-1252 and wrote again, as it was: `MÃ¼ller` is Müller. Undefined where it is
 * none, which the bytes tell with certainty: hardly another text is valid UTF-8 by chance.
 */
export function misreadText(text: string): string | undefined {
  if (!telling.test(text)) return undefined;
  const read = [...text].map((sign) => byteOf.get(sign));
  if (read.includes(undefined)) return undefined;
  try {
    return utf8.decode(Uint8Array.from(read as number[]));
  } catch {
    return undefined;
  }
}

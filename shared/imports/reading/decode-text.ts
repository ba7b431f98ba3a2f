/** The text of bytes that come in pieces, without its byte order mark. What is no character of the encoding is U+FFFD. */
export async function* decodeText(
  source: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of source) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

/** Decodes nothing, but tells from where on bytes are no text of the encoding: U+FFFD by itself may have been written so. */
export function damageOf(source: AsyncIterable<Uint8Array>, encoding: string) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let isDamaged = false;
  function look(bytes?: Uint8Array) {
    if (isDamaged) return;
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      isDamaged = true;
    }
  }
  async function* looked() {
    for await (const bytes of source) {
      look(bytes);
      yield bytes;
    }
    look();
  }
  return { bytes: looked(), isDamaged: () => isDamaged };
}

const halfAtEnd = /[\uD800-\uDBFF]$/;

/**
 * At most `length` UTF-16 units of a text, no character cut in half: half of a surrogate pair is no Unicode text
 * (RFC 8259, 8.2), and the table refuses it.
 */
export const clip = (text: string, length: number): string =>
  text.slice(0, length).replace(halfAtEnd, '').toWellFormed();

/** A name by which two spellings of it are the same. */
export const caseFolded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Each text once, whatever its case, as it was written first. */
export function distinctFolded(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const name = caseFolded(text);
    return !seen.has(name) && seen.add(name);
  });
}

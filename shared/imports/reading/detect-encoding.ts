import chardet from 'chardet';
import { unreadable } from './unreadable.ts';

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-32', [0xff, 0xfe, 0, 0]],
  ['utf-32', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
function markOf(head: Uint8Array): string | undefined {
  const [encoding] = marks.find(([, mark]) => mark.every((byte, place) => head[place] === byte)) ?? [];
  if (encoding === 'utf-32') throw unreadable('The file is in UTF-32. Save it in UTF-8 and try again.');
  return encoding;
}

/** Of UTF-16 the signs of ASCII (delimiters and line ends at least) have a zero beside them, always on the same side. */
function utf16Of(head: Uint8Array): string | undefined {
  const zeros = [0, 0];
  head.forEach((byte, place) => {
    if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return undefined;
  if (Math.min(even, odd) * 20 > Math.max(even, odd)) {
    throw unreadable('The file is no text. Bring a CSV, an Excel workbook (.xlsx) or vCards.');
  }
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function isStrictUtf8(head: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true }) !== undefined;
  } catch {
    return false;
  }
}
/** A few bytes that are none of it make no other encoding of a text that is UTF-8 elsewhere. */
function isUtf8(head: Uint8Array): boolean {
  if (isStrictUtf8(head)) return true;
  const text = new TextDecoder().decode(head, { stream: true });
  const odd = text.match(/\P{ASCII}/gu) ?? [];
  const unknown = odd.filter((sign) => sign === '\ufffd').length;
  return unknown * 10 <= odd.length;
}

/** The lines that say something of the encoding: those with bytes beyond ASCII, or with the escapes of ISO 2022. */
function tellingLines(head: Uint8Array): Uint8Array {
  const lines = Buffer.from(head).toString('latin1').split('\n');
  const telling = lines.filter((line) => line.includes('\u001b') || /\P{ASCII}/u.test(line));
  return Buffer.from(telling.join('\n'), 'latin1');
}

/** `TextDecoder` takes ISO 8859-1 for Windows-1252, which has letters where that has controls. */
const isKnown = (label: string) => {
  try {
    return new TextDecoder(label).encoding !== 'utf-8';
  } catch {
    return false;
  }
};
/** By the frequencies of letters, for what says nothing of itself. */
function likeliest(head: Uint8Array): string {
  const found = chardet.analyse(tellingLines(head)).map(({ name }) => name.toLowerCase());
  const label = found.find(isKnown) ?? 'windows-1252';
  return new TextDecoder(label).encoding;
}

/**
 * The encoding of a text by its first bytes, as `TextDecoder` names it. Throws `import_file_unreadable` of what is no text.
 *
 * What proves itself (a mark, UTF-8, UTF-16) is decided here; only what is left is guessed, by chardet.
 */
export function detectEncoding(head: Uint8Array): string {
  const proven = markOf(head) ?? utf16Of(head);
  if (proven) return proven;
  if (!head.includes(0x1b) && isUtf8(head)) return 'utf-8';
  return likeliest(head);
}

import { unreadable } from './unreadable.ts';

const western = 'windows-1252';
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

/** Names of the detector's that `TextDecoder` does not know. */
const labels: Record<string, string> = {
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  cp874: 'windows-874',
  big5hkscs: 'big5',
  macroman: 'macintosh',
};
function encodingOf(name: string): string | undefined {
  try {
    return new TextDecoder(labels[name] ?? name).encoding;
  } catch {
    return undefined;
  }
}

/**
 * How much likelier an encoding is than its letters say: names are short, and those of one language look like another's. Of
 * Turkish and Icelandic, between which only six letters decide, neither is the likelier.
 */
function prior(encoding: string): number {
  if (encoding === 'windows-1252' || encoding === 'windows-1254') return 1.35;
  if (/^iso-8859-(?:3|4|10|13|14|16)$/.test(encoding)) return 0.5;
  return encoding === 'ibm866' ? 0.2 : 1;
}
/** Less than this is said of a degree sign by itself. */
const leastLikely = 0.002;

/** By the frequencies of letters, for what says nothing of itself. The detector is large, and loaded when it is needed. */
async function likeliest(head: Uint8Array): Promise<string> {
  const { detectAll } = await import('jschardet');
  const lines = tellingLines(head);
  const candidates = detectAll(lines).flatMap(({ encoding: name, confidence }) => {
    const encoding = name ? encodingOf(name.toLowerCase()) : undefined;
    return encoding ? [{ encoding, likelihood: confidence * prior(encoding) }] : [];
  });
  const [best] = candidates.sort((one, other) => other.likelihood - one.likelihood);
  if (!best || best.likelihood < leastLikely) return western;
  const isSame = new TextDecoder(best.encoding).decode(lines) === new TextDecoder(western).decode(lines);
  return isSame ? western : best.encoding;
}

/**
 * The encoding of a text by its first bytes, as `TextDecoder` names it. Throws `import_file_unreadable` of what is no text.
 *
 * What proves itself (a mark, UTF-8, UTF-16) is decided here; only what is left is guessed, by jschardet: of 39 short
 * tables in 15 languages it told 38 in November 2026, and chardet 28.
 */
export async function detectEncoding(head: Uint8Array): Promise<string> {
  const proven = markOf(head) ?? utf16Of(head);
  if (proven) return proven;
  if (!head.includes(0x1b) && isUtf8(head)) return 'utf-8';
  return await likeliest(head);
}

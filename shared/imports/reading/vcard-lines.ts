/**
 * The lines of vCards, each a property, unfolded (RFC 6350, 3.2; vCard 2.1, 2.1.3). They are strings of bytes, one character for
 * each byte: a fold may cut a character in half, and in version 2.1 every property may have an encoding of its own.
 */
const longestLine = 1_048_576;
/** Media that no column is for, which are most of a file. */
const media = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)\b/i;

/** The look behind keeps a run of carriage returns from being tried at each of them. */
const lineEnd = /(?<!\r)\r+(?:\n|(?=[^\r\n]))|\n/;

async function* physicalLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    const lines = text.split(lineEnd);
    text = lines.pop() ?? '';
    yield* lines;
    if (text.length > longestLine) {
      yield text;
      text = '';
    }
  }
  yield text.replace(/(?<!\r)\r+$/, '');
}

/** A property of which more lines may come. */
type Open = { parts: string[]; length: number; isMedium: boolean; isQuoted: boolean };
const opened = (line: string): Open => ({
  parts: [line],
  length: line.length,
  isMedium: media.test(line),
  isQuoted: /QUOTED-PRINTABLE/i.test(line.slice(0, line.indexOf(':') + 1)),
});
function add(open: Open, more: string): boolean {
  open.parts.push(more);
  open.length += more.length;
  return true;
}

/** In version 2.1 the lines of Base64 need no space before them. */
const isOfMedium = (next: string) => /^[ \t]/.test(next) || (next !== '' && !next.includes(':'));
/** After a soft line break the next line goes on, with or without a space before it. */
function addQuoted(open: Open, last: string, next: string): boolean {
  open.parts[open.parts.length - 1] = last.slice(0, -1);
  return add(open, next.replace(/^[ \t](?==)/, ''));
}
/** Whether the next line was more of the property, and is now in it. */
function goesOn(open: Open, next: string): boolean {
  if (open.length > longestLine) return false;
  if (open.isMedium) return isOfMedium(next);
  const last = open.parts.at(-1) ?? '';
  if (open.isQuoted && last.endsWith('=')) return addQuoted(open, last, next);
  return /^[ \t]/.test(next) && add(open, next.slice(1));
}

export async function* vcardLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let open: Open | undefined;
  for await (const next of physicalLines(pieces)) {
    if (open && goesOn(open, next)) continue;
    if (open) yield open.parts.join('');
    open = next === '' ? undefined : opened(next);
  }
  if (open) yield open.parts.join('');
}

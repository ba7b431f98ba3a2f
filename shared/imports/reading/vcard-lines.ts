/**
 * The lines of vCards, each a property, unfolded (RFC 6350, 3.2; vCard 2.1, 2.1.3). They are strings of bytes, one character for
 * each byte: a fold may cut a character in half, and in version 2.1 every property may have an encoding of its own.
 */
const longestLine = 1_048_576;
/** Media that no column is for, which are most of a file. */
const media = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)\b/i;

async function* physicalLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    const lines = text.split(/\r*\n|\r+(?=[^\r\n])/);
    text = lines.pop() ?? '';
    yield* lines;
    if (text.length > longestLine) {
      yield text;
      text = '';
    }
  }
  yield text.replace(/\r+$/, '');
}

const isOpen = (line: string) =>
  line.endsWith('=') && /QUOTED-PRINTABLE/i.test(line.slice(0, line.indexOf(':') + 1));
/** In version 2.1 the lines of Base64 need no space before them. */
const isMedium = (line: string, next: string) =>
  media.test(line) && (/^[ \t]/.test(next) || (next !== '' && !next.includes(':')));

/** A line with the next, where that is more of it: undefined where it is a line of its own. */
function continued(line: string, next: string): string | undefined {
  if (isMedium(line, next)) return line;
  if (isOpen(line)) return line.slice(0, -1) + next.replace(/^[ \t](?==)/, '');
  return /^[ \t]/.test(next) ? line + next.slice(1) : undefined;
}

export async function* vcardLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let line = '';
  for await (const next of physicalLines(pieces)) {
    const longer = line === '' || line.length > longestLine ? undefined : continued(line, next);
    if (longer === undefined && line !== '') yield line;
    line = longer ?? next;
  }
  if (line !== '') yield line;
}

import { type Limits, limits as usualLimits } from './limits.ts';
import type { RawRecord } from './raw-row.ts';
import { unreadable } from './unreadable.ts';
import { readSharedStrings } from './xlsx-shared-strings.ts';
import { type Book, sheetRecords } from './xlsx-sheet.ts';
import { readStyles } from './xlsx-styles.ts';
import { readWorkbook } from './xlsx-workbook.ts';
import { zipParts } from './zip-parts.ts';

/** The whole of a source, where it is not too long. */
export async function packedBytes(
  source: AsyncIterable<Uint8Array>,
  limits: Limits = usualLimits,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source) {
    pieces.push(piece);
    length += piece.length;
    if (length > limits.packedBytes) {
      throw unreadable(
        `A workbook has at most ${limits.packedBytes} bytes. Save the sheet as .csv and try again.`,
      );
    }
  }
  return Buffer.concat(pieces);
}

/**
 * The rows of one sheet (ECMA-376), the first that is not hidden unless one is named. Throws `import_file_unreadable` of what
 * is no workbook, is broken, or passes the limits: before the first row, or at the row where it shows.
 */
export async function xlsxRecords(
  bytes: Uint8Array,
  sheet: string | undefined,
  limits: Limits = usualLimits,
): Promise<AsyncGenerator<RawRecord>> {
  const parts = await zipParts(bytes);
  const about = (part: string) => parts(part, limits.aboutBytes);
  const content = (part: string) => parts(part, limits.inflatedBytes);
  const { sheetPart, sharedStringsPart, stylesPart, is1904 } = await readWorkbook(about, sheet);
  const strings = content(sharedStringsPart);
  const styles = about(stylesPart);
  const rows = content(sheetPart);
  if (!rows) throw unreadable('The workbook lacks the sheet that it names.');
  const book: Book = {
    texts: strings ? await readSharedStrings(strings, limits) : [],
    styles: styles ? await readStyles(styles) : [],
    is1904,
  };
  return sheetRecords(rows, book, limits);
}

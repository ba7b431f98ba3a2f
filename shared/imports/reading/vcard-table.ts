import { decodeText } from './decode-text.ts';
import type { RawRecord } from './raw-row.ts';
import { type OpenTable, tableOf } from './table-of.ts';
import { cardsOf } from './vcard-cards.ts';
import { vcardColumns } from './vcard-columns.ts';
import { vcardLines } from './vcard-lines.ts';
import { rowOfCard } from './vcard-row.ts';

type Source = AsyncIterable<Uint8Array>;

/** In these a byte of a character may look like a sign of vCard: they are brought to UTF-8 first. */
const isWide = (encoding: string) => /^utf-16|^iso-2022/.test(encoding);
const mark = /^\u00ef\u00bb\u00bf/; // the byte order mark of UTF-8

async function* byteStrings(source: Source, encoding: string): AsyncGenerator<string> {
  if (isWide(encoding)) {
    for await (const text of decodeText(source, encoding)) yield Buffer.from(text).toString('latin1');
    return;
  }
  let isFirst = true;
  for await (const bytes of source) {
    const text = Buffer.from(bytes).toString('latin1');
    yield isFirst ? text.replace(mark, '') : text;
    isFirst = false;
  }
}

async function* records(source: Source, encoding: string): AsyncGenerator<RawRecord> {
  const lines = vcardLines(byteStrings(source, encoding));
  for await (const { properties, fault } of cardsOf(lines, isWide(encoding) ? 'utf-8' : encoding)) {
    yield { cells: rowOfCard(properties), ...(fault && { fault }) };
  }
}

/** vCards of versions 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350) as a table of which the columns are always the same. */
export async function vcardTable(source: Source, encoding: string): Promise<OpenTable> {
  const shape = { hasHeader: false, isRagged: true, isDamaged: () => true };
  const { rows } = await tableOf(records(source, encoding), shape);
  return { columns: vcardColumns, rows };
}

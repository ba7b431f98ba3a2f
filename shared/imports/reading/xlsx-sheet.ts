import { type Limits, mostColumns } from './limits.ts';
import type { RawRecord } from './raw-row.ts';
import { readXml, type XmlHandler } from './read-xml.ts';
import { unreadable } from './unreadable.ts';
import type { NumberStyle } from './xlsx-styles.ts';
import { numberText, unescaped } from './xlsx-values.ts';

/** What cells refer to. */
export type Book = { texts: readonly string[]; styles: readonly NumberStyle[]; is1904: boolean };
type Cell = { column: number; type: string; style: number };

/** `C7` is in column 2. */
function columnOf(reference: string | undefined): number | undefined {
  const [letters] = /^[A-Z]{1,3}/.exec(reference ?? '') ?? [];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOf({ type, style }: Cell, raw: string, { texts, styles, is1904 }: Book): string {
  if (type === 's') return texts[Number(raw)] ?? '';
  if (type === 'n') return numberText(raw, styles[style], is1904);
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return raw.replace(/T00:00:00(?:\.0+)?Z?$/, '');
  return unescaped(raw); // inlineStr, str of a formula, e of a fault such as #N/A
}

/** Collects the text of elements, of one cell no more than may be. */
export function textCollector(names: readonly string[], { cellText }: Limits) {
  let text = '';
  let isOpen = false;
  let isPhonetic = false;
  return {
    open(name: string) {
      if (name === 'rPh') isPhonetic = true;
      isOpen = names.includes(name) && !isPhonetic;
    },
    text(more: string) {
      if (!isOpen) return;
      text += more;
      if (text.length > cellText) throw unreadable(`A cell has more than ${cellText} characters.`);
    },
    close(name: string) {
      if (name === 'rPh') isPhonetic = false;
      isOpen = false;
    },
    take() {
      const taken = text;
      text = '';
      return taken;
    },
  };
}

function assertWithin(column: number, count: number, limits: Limits): void {
  if (column >= mostColumns) throw unreadable(`A sheet has at most ${mostColumns} columns.`);
  if (count > limits.cells) throw unreadable(`A sheet has at most ${limits.cells} cells.`);
}

function rowHandler(emit: (record: RawRecord) => void, book: Book, limits: Limits): XmlHandler {
  const collector = textCollector(['v', 't'], limits);
  let cells: string[] = [];
  let cell: Cell = { column: -1, type: 'n', style: 0 };
  let count = 0;
  function begin({ r, t = 'n', s = '0' }: Record<string, string>) {
    cell = { column: columnOf(r) ?? cell.column + 1, type: t, style: Number(s) };
    count += 1;
    collector.take();
  }
  function end() {
    const raw = collector.take();
    const text = raw === '' ? '' : textOf(cell, raw, book);
    if (text === '') return;
    assertWithin(cell.column, count, limits);
    while (cells.length < cell.column) cells.push('');
    cells[cell.column] = text;
  }
  function beginRow() {
    cells = [];
    cell = { column: -1, type: 'n', style: 0 };
  }
  return {
    open(name, attributes) {
      if (name === 'row') beginRow();
      if (name === 'c') begin(attributes);
      collector.open(name);
    },
    text: collector.text,
    close(name) {
      collector.close(name);
      if (name === 'c') end();
      if (name === 'row') emit({ cells });
    },
  };
}

/** The rows of a sheet, of which one is held at a time. A cell without text is empty; none stands after the last with text. */
export const sheetRecords = (bytes: AsyncIterable<Uint8Array>, book: Book, limits: Limits) =>
  readXml<RawRecord>(bytes, (emit) => rowHandler(emit, book, limits));

import { fault, type RawRecord } from './raw-row.ts';

/**
 * One record of a CSV text (RFC 4180), and what is done where it is none. Written here and not taken from a library: those
 * that stream do not say where a broken record began, so that reading could go on with its second line.
 */
export type Dialect = { delimiter: string; quote: string };
type Cell = { value: string; end: number; state: 'sound' | 'stray_quote' | 'open' };
/** `end` is where the next record begins. */
export type CsvRecord = RawRecord & { end: number };

/** Where the line ends that `at` stands in: at `\n`, `\r\n` or `\r`, or at the end of the text. */
function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  const end = feed < 0 ? text.length : feed;
  const back = text.slice(at, end).indexOf('\r');
  return back < 0 ? end : at + back;
}
const afterLine = (text: string, end: number) => end + (text.startsWith('\r\n', end) ? 2 : 1);

const isCellEnd = (text: string, at: number, { delimiter }: Dialect) =>
  at >= text.length || text[at] === '\n' || text[at] === '\r' || text.startsWith(delimiter, at);
/** Spaces between a closing quote and the delimiter are nobody's. */
function afterSpaces(text: string, at: number, { delimiter }: Dialect): number {
  let end = at;
  while (text[end] === ' ' && delimiter !== ' ') end += 1;
  return end;
}

function quotedCell(text: string, start: number, dialect: Dialect): Cell {
  const { quote } = dialect;
  let state: Cell['state'] = 'sound';
  for (let from = start + 1; ; ) {
    const at = text.indexOf(quote, from);
    if (at < 0) return { value: '', end: text.length, state: 'open' };
    const end = afterSpaces(text, at + 1, dialect);
    if (isCellEnd(text, end, dialect)) {
      return { value: text.slice(start + 1, at).replaceAll(quote + quote, quote), end, state };
    }
    const isDoubled = text[at + 1] === quote;
    if (!isDoubled) state = 'stray_quote';
    from = at + (isDoubled ? 2 : 1);
  }
}

function plainCell(text: string, start: number, lineEnds: number, { delimiter }: Dialect): Cell {
  const at = text.indexOf(delimiter, start);
  const end = at < 0 || at > lineEnds ? lineEnds : at;
  return { value: text.slice(start, end), end, state: 'sound' };
}

function cellAt(text: string, start: number, dialect: Dialect): Cell {
  if (text[start] === dialect.quote) return quotedCell(text, start, dialect);
  return plainCell(text, start, lineEnd(text, start), dialect);
}

type Cells = { cells: string[]; end: number; state: Cell['state'] };
function cellsFrom(text: string, start: number, dialect: Dialect): Cells {
  const cells: string[] = [];
  let state: Cell['state'] = 'sound';
  for (let at = start; ; at += dialect.delimiter.length) {
    const cell = cellAt(text, at, dialect);
    cells.push(cell.value);
    if (cell.state !== 'sound') state = cell.state;
    at = cell.end;
    if (state === 'open' || !text.startsWith(dialect.delimiter, at)) return { cells, end: at, state };
  }
}

/** A line by itself, cut at every delimiter. */
function brokenLine(text: string, start: number, end: number, { delimiter }: Dialect): CsvRecord {
  const cells = text.slice(start, end).split(delimiter);
  return { cells, end: afterLine(text, end), fault: fault('quote_not_closed') };
}

/** The record that begins at `start`; undefined where a quote is open to the end, and more of the text may come. */
export function recordAt(
  text: string,
  start: number,
  dialect: Dialect,
  isWhole: boolean,
): CsvRecord | undefined {
  const firstEnd = lineEnd(text, start);
  const line = text.slice(start, firstEnd);
  if (!dialect.quote || !line.includes(dialect.quote)) {
    return { cells: line.split(dialect.delimiter), end: afterLine(text, firstEnd) };
  }
  const { cells, end, state } = cellsFrom(text, start, dialect);
  if (state === 'open' && !isWhole) return undefined;
  // A stray quote in a record of several lines is a missing one in the first: the lines after it are their own.
  if (state === 'open' || (state === 'stray_quote' && end > firstEnd)) {
    return brokenLine(text, start, firstEnd, dialect);
  }
  const of = { cells, end: afterLine(text, end) };
  return state === 'sound' ? of : { ...of, fault: fault('quote_not_escaped') };
}

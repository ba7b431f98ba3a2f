import { fault, type RawRecord } from './raw-row.ts';

/**
 * One record of a CSV text (RFC 4180), and what is done where it is none. Written here and not taken from a library: those
 * that stream do not say where a broken record began, so that reading could go on with its second line.
 */
export type Dialect = { delimiter: string; quote: string };
/** `broken` once a quote is known to be missing: the text after it need not be looked at. */
type State = 'sound' | 'stray_quote' | 'open' | 'broken';
type Cell = { value: string; end: number; state: State };
/** `end` is where the next record begins. */
export type CsvRecord = RawRecord & { end: number };

const ends = /[\r\n]/g;
/** Where the line ends that `at` stands in: at `\n`, `\r\n` or `\r`, or at the end of the text. */
function lineEnd(text: string, at: number): number {
  ends.lastIndex = at;
  return ends.test(text) ? ends.lastIndex - 1 : text.length;
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

type Quote = { at: number; end: number; kind: 'closing' | 'doubled' | 'stray' };
function nextQuote(text: string, from: number, dialect: Dialect): Quote | undefined {
  const at = text.indexOf(dialect.quote, from);
  if (at < 0) return undefined;
  const end = afterSpaces(text, at + 1, dialect);
  if (isCellEnd(text, end, dialect)) return { at, end, kind: 'closing' };
  const isDoubled = text[at + 1] === dialect.quote;
  return { at, end: at + (isDoubled ? 2 : 1), kind: isDoubled ? 'doubled' : 'stray' };
}

/** A stray quote in a record of several lines is a missing one in the first: the lines after it are their own. */
function quotedCell(text: string, start: number, firstEnd: number, dialect: Dialect): Cell {
  const { quote } = dialect;
  let isStray = false;
  let found = nextQuote(text, start + 1, dialect);
  while (found) {
    const { at, end, kind } = found;
    isStray ||= kind === 'stray';
    if (isStray && at > firstEnd) return { value: '', end, state: 'broken' };
    if (kind === 'closing') {
      const value = text.slice(start + 1, at).replaceAll(quote + quote, quote);
      return { value, end, state: isStray ? 'stray_quote' : 'sound' };
    }
    found = nextQuote(text, end, dialect);
  }
  return { value: '', end: text.length, state: 'open' };
}

function plainCell(text: string, start: number, lineEnds: number, { delimiter }: Dialect): Cell {
  const at = text.indexOf(delimiter, start);
  const end = at < 0 || at > lineEnds ? lineEnds : at;
  return { value: text.slice(start, end), end, state: 'sound' };
}

function cellAt(text: string, start: number, firstEnd: number, dialect: Dialect): Cell {
  if (text[start] === dialect.quote) return quotedCell(text, start, firstEnd, dialect);
  return plainCell(text, start, lineEnd(text, start), dialect);
}

type Cells = { cells: string[]; end: number; state: State };
function cellsFrom(text: string, start: number, firstEnd: number, dialect: Dialect): Cells {
  const cells: string[] = [];
  let state: State = 'sound';
  for (let at = start; ; at += dialect.delimiter.length) {
    const cell = cellAt(text, at, firstEnd, dialect);
    cells.push(cell.value);
    if (cell.state !== 'sound') state = cell.state;
    at = cell.end;
    const isOver = state === 'open' || state === 'broken' || !text.startsWith(dialect.delimiter, at);
    if (isOver) return { cells, end: at, state };
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
  const { cells, end, state } = cellsFrom(text, start, firstEnd, dialect);
  if (state === 'open' && !isWhole) return undefined;
  if (state === 'open' || state === 'broken' || (state === 'stray_quote' && end > firstEnd)) {
    return brokenLine(text, start, firstEnd, dialect);
  }
  const of = { cells, end: afterLine(text, end) };
  return state === 'sound' ? of : { ...of, fault: fault('quote_not_escaped') };
}

import { type CsvRecord, type Dialect, recordAt } from './csv-record.ts';
import { fault, type RawRecord } from './raw-row.ts';

/** UTF-16 units that one record may have; what an open quote swallows is given up after as many. */
export const longestRecord = 1_048_576;
/** By which Excel is told of the delimiter, in the first line. */
export const separatorLine = /^sep=(.)(?:\r\n|\n|\r|$)/;

function tooLong(text: string, at: number, { delimiter }: Dialect): CsvRecord {
  const end = at + longestRecord;
  return { cells: text.slice(at, end).split(delimiter), end, fault: fault('row_too_long') };
}

/** The next record, or undefined until more of the text is there: its last sign may be half of a line's end. */
function nextRecord(text: string, at: number, dialect: Dialect, isLast: boolean): CsvRecord | undefined {
  const isFull = text.length - at > longestRecord;
  const record = recordAt(text, at, dialect, isLast || isFull);
  if (record && (isLast || record.end < text.length)) return record;
  return isFull ? tooLong(text, at, dialect) : undefined;
}

/** The records of a piece of text, and where the first begins that is not wholly in it. */
function* recordsIn(text: string, dialect: Dialect, isLast: boolean): Generator<RawRecord, number> {
  let at = 0;
  while (at < text.length) {
    const record = nextRecord(text, at, dialect, isLast);
    if (!record) break;
    yield record;
    at = record.end;
  }
  return at;
}

const separatorLength = 8;
/** The records of a CSV text that comes in pieces. Of the text no more is held than two records and a piece. */
export async function* csvRecords(
  pieces: AsyncIterable<string> | Iterable<string>,
  dialect: Dialect,
): AsyncGenerator<RawRecord> {
  let text = '';
  let isFirst = true;
  let wanted = separatorLength;
  const begun = () => (isFirst ? text.replace(separatorLine, '') : text);
  for await (const piece of pieces) {
    text += piece;
    if (text.length < wanted) continue;
    text = begun();
    isFirst = false;
    text = text.slice(yield* recordsIn(text, dialect, false));
    wanted = text.length * 2; // a record of many pieces is not looked through again at each
  }
  yield* recordsIn(begun(), dialect, true);
}

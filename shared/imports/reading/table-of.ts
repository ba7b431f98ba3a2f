import { mostColumns } from './limits.ts';
import { type Fault, fault, type RawRecord } from './raw-row.ts';
import { unreadable } from './unreadable.ts';

/** `number` counts the rows that hold something, from 1, without the header. */
type RawRow = { number: number; cells: string[]; fault?: Fault };
/** Rows are read as they are asked for, once. */
export type OpenTable = { columns: string[]; rows: AsyncIterable<RawRow> };

type Shape = {
  hasHeader: boolean;
  /** Whether cells at the end of a row may be missing where they are empty: in sheets, not in CSV. */
  isRagged: boolean;
  /** Whether U+FFFD stands for what could not be decoded by now. */
  isDamaged: () => boolean;
};
const recordsAhead = 100;

const isFilled = ({ cells, fault: found }: RawRecord) =>
  found !== undefined || cells.some((cell) => cell.trim() !== '');

async function* filled(records: AsyncIterable<RawRecord>): AsyncGenerator<RawRecord> {
  for await (const record of records) if (isFilled(record)) yield record;
}
async function take(records: AsyncGenerator<RawRecord>, count: number): Promise<RawRecord[]> {
  const taken: RawRecord[] = [];
  while (taken.length < count) {
    const { value, done } = await records.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

const byPlace = (place: number) => `Column ${place + 1}`;
/** Each name once, so that a column can be told by it; what has none is named by its place. */
function namesOf(cells: readonly string[], width: number): string[] {
  const given = new Map<string, number>();
  return Array.from({ length: width }, (_, place) => {
    const name = cells[place]?.trim() || byPlace(place);
    const times = (given.get(name) ?? 0) + 1;
    given.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** The width of most rows, or of the widest where a row may lack what is empty at its end. */
function widthOf(records: readonly RawRecord[], isRagged: boolean): number {
  const widths = records.map(({ cells }) => cells.length);
  if (isRagged) return Math.max(0, ...widths);
  const [most = []] = [...Map.groupBy(widths, Number).values()].sort(
    (one, other) => other.length - one.length,
  );
  return most[0] ?? 0;
}

function lastFilled(cells: readonly string[]): number {
  let length = cells.length;
  while (length > 0 && cells[length - 1]?.trim() === '') length -= 1;
  return length;
}
function faultOf({ cells, fault: found }: RawRecord, width: number, shape: Shape): Fault | undefined {
  if (found) return found;
  if (shape.isDamaged() && cells.some((cell) => cell.includes('\ufffd')))
    return fault('characters_unreadable');
  if (cells.length < width && !shape.isRagged) return fault('too_few_cells');
  return cells.length > width && lastFilled(cells) > width ? fault('too_many_cells') : undefined;
}
/** All that a row has, as wide as the table at least. */
function fitted(cells: readonly string[], width: number): string[] {
  const kept = cells.slice(0, Math.max(width, lastFilled(cells)));
  while (kept.length < width) kept.push('');
  return kept;
}

async function* rowsOf(
  ahead: readonly RawRecord[],
  records: AsyncGenerator<RawRecord>,
  width: number,
  shape: Shape,
): AsyncGenerator<RawRow> {
  let number = 0;
  const row = (record: RawRecord): RawRow => {
    const found = faultOf(record, width, shape);
    number += 1;
    return { number, cells: fitted(record.cells, width), ...(found && { fault: found }) };
  };
  try {
    for (const record of ahead) yield row(record);
    for await (const record of records) yield row(record);
  } finally {
    await records.return(undefined);
  }
}

/**
 * A table of records: its columns' names, then its rows, with a fault where one does not fit. Throws `import_file_unreadable`
 * where it has too many columns.
 */
export async function tableOf(records: AsyncIterable<RawRecord>, shape: Shape): Promise<OpenTable> {
  const { hasHeader, isRagged } = shape;
  const all = filled(records);
  const [header] = hasHeader ? await take(all, 1) : [];
  const ahead = await take(all, recordsAhead);
  const told = header?.cells ?? [];
  const width = hasHeader && !isRagged ? told.length : Math.max(told.length, widthOf(ahead, isRagged));
  if (width > mostColumns) throw unreadable(`A table has at most ${mostColumns} columns.`);
  return { columns: namesOf(told, width), rows: rowsOf(ahead, all, width, shape) };
}

import type { Dialect } from './csv-record.ts';
import { csvRecords, separatorLine } from './csv-records.ts';
import { shapeOf } from './looks-like.ts';
import type { RawRecord } from './raw-row.ts';

const usual = [',', ';', '\t', '|'];
/** Taken only where every record agrees: they stand in times, addresses and names as well. */
const unusual = [':', '^', '~', '\u001f'];
const recordsLookedAt = 200;

/** The first records that are not empty. */
export async function firstRecords(text: string, dialect: Dialect): Promise<RawRecord[]> {
  const records: RawRecord[] = [];
  for await (const record of csvRecords([text], dialect)) {
    if (record.cells.some((cell) => cell.trim() !== '')) records.push(record);
    if (records.length === recordsLookedAt) break;
  }
  return records;
}

/** The number of cells that most records have. */
function usualWidth(records: readonly RawRecord[]): number {
  const counts = Map.groupBy(records, ({ cells }) => cells.length);
  const [width = 0] = [...counts].reduce(
    (most, one) => (one[1].length > most[1].length ? one : most),
    [0, []],
  );
  return width;
}

type Trial = { dialect: Dialect; agreeing: number; telling: number; width: number };
const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

async function tried(text: string, dialect: Dialect): Promise<Trial> {
  const records = await firstRecords(text, dialect);
  const width = usualWidth(records);
  const agreeing = records.filter(({ cells, fault }) => cells.length === width && !fault);
  const cells = agreeing.flatMap((record) => record.cells).filter((cell) => cell !== '');
  const telling = cells.filter((cell) => !cell.startsWith(' ') && shapeOf(cell) !== undefined);
  return {
    dialect,
    agreeing: width > 1 ? share(agreeing.length, records.length) : 0,
    telling: share(telling.length, cells.length),
    width,
  };
}

const isBetter = (one: Trial, than: Trial) =>
  one.agreeing - than.agreeing || one.telling - than.telling || one.width - than.width;
const best = (trials: readonly Trial[]) =>
  trials.reduce<Trial | undefined>((so, one) => (!so || isBetter(one, so) > 0 ? one : so), undefined);

async function bestOf(text: string, delimiters: readonly string[], quote: string) {
  const trials = await Promise.all(delimiters.map((delimiter) => tried(text, { delimiter, quote })));
  return best(trials.filter(({ agreeing }) => agreeing > 0));
}

/** Single quotes are the signs of a file in which cells stand between them, and none between double ones. */
function quoteOf(text: string): string {
  const double = /(?:^|[,;\t|])"/m.test(text);
  const single = text.match(/(?:^|[,;\t|])'[^'\r\n]*'(?=[,;\t|]|\r?$)/gm) ?? [];
  return !double && single.length > 1 ? "'" : '"';
}

/** How a CSV text is written, by its beginning: the delimiter by which most records have the same number of cells. */
export async function sniffDialect(text: string): Promise<Dialect> {
  const quote = quoteOf(text);
  const [, told] = separatorLine.exec(text) ?? [];
  if (told) return { delimiter: told, quote };
  const found = await bestOf(text, usual, quote);
  if (found && found.agreeing >= 0.5) return found.dialect;
  const other = await bestOf(text, unusual, quote);
  if (other?.agreeing === 1) return other.dialect;
  return found?.dialect ?? { delimiter: ',', quote };
}

import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRecords, longestRecord } from '../../../../shared/imports/reading/csv-records.ts';

const dialect = { delimiter: ',', quote: '"' };
const recordsOf = (text: string, how = dialect) => Array.fromAsync(csvRecords([text], how));
const cellsOf = async (text: string, how = dialect) => (await recordsOf(text, how)).map(({ cells }) => cells);
const faultsOf = async (text: string) => (await recordsOf(text)).map(({ fault }) => fault?.code);

test.each([
  ['line ends of Unix', 'a,b\n1,2\n'],
  ['of Windows', 'a,b\r\n1,2\r\n'],
  ['of the old Macintosh', 'a,b\r1,2\r'],
  ['of several, mixed', 'a,b\r\n1,2\n'],
  ['no end after the last line', 'a,b\n1,2'],
])('reads %s', async (_, text) => {
  expect(await cellsOf(text)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('a quoted cell may hold delimiters, line ends as they are, and doubled quotes', async () => {
  expect(await cellsOf('"a, b","c\r\nd","say ""hi"""\n')).toEqual([['a, b', 'c\r\nd', 'say "hi"']]);
});

test('keeps spaces, which are of the cell, but none between a closing quote and the delimiter', async () => {
  expect(await cellsOf(' a ,"b" ,c\n')).toEqual([[' a ', 'b', 'c']]);
});

test('a quote within a cell that is not quoted is a sign like any other', async () => {
  expect(await recordsOf('5" tape,37°36\'37"N\n')).toEqual([{ cells: ['5" tape', '37°36\'37"N'], end: 19 }]);
});

test('passes over the line by which Excel is told the delimiter', async () => {
  expect(await cellsOf('sep=;\r\na;b\r\n', { delimiter: ';', quote: '"' })).toEqual([['a', 'b']]);
});

test('a quote that is never closed costs its own line, and no other is lost', async () => {
  const text = '1,"open,x\n2,b,y\n3,"c, d",z\n';
  expect(await cellsOf(text)).toEqual([
    ['1', '"open', 'x'],
    ['2', 'b', 'y'],
    ['3', 'c, d', 'z'],
  ]);
  expect(await faultsOf(text)).toEqual(['quote_not_closed', undefined, undefined]);
});

test('a quote that is not closed before the file ends costs its own line', async () => {
  const text = '1,"open,x\n2,b,y\n';
  expect(await cellsOf(text)).toEqual([
    ['1', '"open', 'x'],
    ['2', 'b', 'y'],
  ]);
  expect(await faultsOf(text)).toEqual(['quote_not_closed', undefined]);
});

test('a quote that is not doubled is kept, and the row told of', async () => {
  const text = '1,"say "hi" now",3\n4,5,6\n';
  expect(await cellsOf(text)).toEqual([
    ['1', 'say "hi" now', '3'],
    ['4', '5', '6'],
  ]);
  expect(await faultsOf(text)).toEqual(['quote_not_escaped', undefined]);
});

test('a line without an end is cut into rows that fit into memory, each with a fault', async () => {
  const length = 2 * longestRecord + 10;
  const pieces = Array.from({ length: 40 }, () => 'x'.repeat(Math.ceil(length / 40)));
  const records = await Array.fromAsync(csvRecords(pieces, dialect));
  expect(records.map(({ cells }) => cells.join().length).reduce((sum, one) => sum + one)).toBe(
    pieces.join('').length,
  );
  expect(records[0]?.fault?.code).toBe('row_too_long');
});

test('quotes that are never closed cost no time that grows with what follows', async () => {
  const lines = '"Ada" Lovelace,x\n'.repeat(100_000); // ends in seconds, and took minutes when each was read to the end
  expect(await faultsOf(lines)).toEqual(Array.from({ length: 100_000 }, () => 'quote_not_closed'));
});

test('an open quote is given up after as much text as one row may have', async () => {
  const lines = Array.from({ length: 30_000 }, (_, number) => `${number},${'y'.repeat(60)},z\n`);
  const records = await Array.fromAsync(csvRecords(['0,"open,z\n', ...lines], dialect));
  expect(records).toHaveLength(lines.length + 1);
  expect(records.filter(({ fault }) => fault)).toHaveLength(1);
});

const cell = fc.stringMatching(/^[a-z ",;\n\r']{0,8}$/);
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
  );

test('reads what a CSV writer wrote, wherever the pieces end', async () => {
  const how = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    record_delimiter: fc.constantFrom('\n', '\r\n'),
    size: fc.integer({ min: 1, max: 9 }),
  });
  await fc.assert(
    fc.asyncProperty(table, how, async (rows, { size, ...options }) => {
      const text = stringify(rows, { ...options, quoted: true });
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      const records = await Array.fromAsync(csvRecords(pieces, { ...dialect, delimiter: options.delimiter }));
      expect(records.map(({ cells }) => cells)).toEqual(rows);
      expect(records.some(({ fault }) => fault)).toBe(false);
    }),
  );
});

test('loses no sign of what is no CSV at all', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.stringMatching(/^[ab",\n]{0,40}$/),
      fc.integer({ min: 1, max: 9 }),
      async (text, size) => {
        const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        const records = await Array.fromAsync(csvRecords(pieces, dialect));
        const letters = (of: string) => of.replace(/[^ab]/g, '');
        expect(letters(records.flatMap(({ cells }) => cells).join(''))).toBe(letters(text));
      },
    ),
  );
});

import { expect, test } from 'vitest';
import { limits } from '../../../../shared/imports/reading/limits.ts';
import { openTable } from '../../../../shared/imports/reading/open-table.ts';
import { sniffFormat } from '../../../../shared/imports/reading/sniff-format.ts';
import { inPieces, read } from './bytes.ts';
import { aWorkbook } from './workbook.ts';

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const header = `<row>${['Name', 'Value'].map(inline).join('')}</row>`;
/** A date, a date with its time, a time, a span of time, a postal code, and a text that has letters of a date. */
const styles = `<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="[h]:mm"/>
<numFmt numFmtId="166" formatCode="00000"/><numFmt numFmtId="167" formatCode="0.00&quot; days&quot;"/><numFmt numFmtId="168" formatCode="[Red]yyyy"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, 14, 164, 20, 165, 166, 167, 168].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
const [asDay, asInstant, asTime, asSpan, asPostalCode, asDays, asYear] = [1, 2, 3, 4, 5, 6, 7];

async function shownOf(cell: string, more: { is1904?: boolean; texts?: string } = {}) {
  const rows = `${header}<row>${inline('x')}${cell}</row>`;
  const table = await read(await aWorkbook({ sheets: [{ name: 'A', rows }], styles, ...more }), 'a.xlsx');
  return table.rows[0]?.cells[1];
}
const number = (value: string, style = 0) => `<c s="${style}"><v>${value}</v></c>`;

test.each([
  ['a day', number('29302', asDay), '1980-03-22'],
  ['the day before the one that never was', number('59', asDay), '1900-02-28'],
  ['a day after it', number('61', asDay), '1900-03-01'],
  ['a day by its year alone', number('29302', asYear), '1980-03-22'],
  ['a day that hides its time', number('45351.75', asDay), '2024-02-29'],
  ['an instant', number('45351.604166666664', asInstant), '2024-02-29T14:30:00'],
  ['an instant at midnight', number('45351', asInstant), '2024-02-29'],
  ['a time', number('0.60416666666666663', asTime), '14:30:00'],
  ['a span of time', number('1.5', asSpan), '1.5'],
  ['a day in ISO', '<c t="d"><v>2024-02-29T00:00:00</v></c>', '2024-02-29'],
  ['a number with words', number('4.5', asDays), '4.5'],
  ['a number of seventeen digits', number('4.4000000000000004'), '4.4'],
  ['a phone number', number('491711234567'), '491711234567'],
  ['a number with an exponent', number('4.91711234567E+11'), '491711234567'],
  ['a large number', number('1.2345678901234567E+19'), '12345678901234567000'],
  ['a small number', number('1E-7'), '0.0000001'],
  ['a postal code that begins with a zero', number('1067', asPostalCode), '01067'],
  ['yes', '<c t="b"><v>1</v></c>', 'TRUE'],
  ['a formula by its result', '<c t="str"><f>A1&amp;"b"</f><v>ab</v></c>', 'ab'],
  ['a formula that failed', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
  ['escaped text', inline('R&amp;D &lt;x&gt;_x000D_'), 'R&D <x>\r'],
])('reads %s', async (_, cell, text) => {
  expect(await shownOf(cell)).toBe(text);
});

test('counts days from 1904 where the workbook does', async () => {
  expect(await shownOf(number('27840', asDay), { is1904: true })).toBe('1980-03-22');
});

test('reads shared texts, of several parts too, without how they are spoken', async () => {
  const texts =
    '<si><t>one</t></si><si><r><t>bo</t></r><r><rPr/><t xml:space="preserve">ld </t></r><rPh><t>ほ</t></rPh></si>';
  expect(await shownOf('<c t="s"><v>1</v></c>', { texts })).toBe('bold ');
});

test('cells stand in the columns that they name, and rows are as wide as the widest', async () => {
  const rows = `${header}<row r="2"><c r="B2"><v>2</v></c></row><row r="3"/><row r="9"><c r="A9"><v>1</v></c><c r="AB9"/><c r="D9"><v>4</v></c></row>`;
  const table = await read(await aWorkbook({ sheets: [{ name: 'A', rows }] }), 'a.xlsx');
  expect(table.columns).toEqual(['Name', 'Value', 'Column 3', 'Column 4']);
  expect(table.rows).toEqual([
    { number: 1, cells: ['', '2', '', ''] },
    { number: 2, cells: ['1', '', '', '4'] },
  ]);
});

test('elements may have a prefix, as some programs write them', async () => {
  const rows =
    '<x:row><x:c t="inlineStr"><x:is><x:t>Name</x:t></x:is></x:c></x:row><x:row><x:c><x:v>7</x:v></x:c></x:row>';
  const { columns, rows: read7 } = await read(await aWorkbook({ sheets: [{ name: 'A', rows }] }), 'a.xlsx');
  expect([columns, read7[0]?.cells]).toEqual([['Name'], ['7']]);
});

const twoSheets = [
  { name: 'Secret', rows: `<row>${inline('hidden')}</row>`, state: 'hidden' },
  { name: 'People', rows: `<row>${inline('seen')}</row>` },
];
test('takes the first sheet that is not hidden, or the one that is named', async () => {
  const bytes = await aWorkbook({ sheets: twoSheets });
  expect((await openTable(inPieces(bytes), { kind: 'xlsx', hasHeader: true })).columns).toEqual(['seen']);
  const named = await openTable(inPieces(bytes), { kind: 'xlsx', hasHeader: true, sheet: 'Secret' });
  expect(named.columns).toEqual(['hidden']);
});

test('says which sheets there are where the one that is named is not', async () => {
  const bytes = await aWorkbook({ sheets: twoSheets });
  await expect(
    openTable(inPieces(bytes), { kind: 'xlsx', hasHeader: true, sheet: 'X' }),
  ).rejects.toMatchObject({
    code: 'import_file_unreadable',
    message: expect.stringContaining('Secret, People'),
  });
});

test('a sheet without a header is told', async () => {
  const rows = `<row>${inline('Ada')}${inline('ada@example.com')}</row><row>${inline('Bob')}${inline('bob@example.com')}</row>`;
  const bytes = await aWorkbook({ sheets: [{ name: 'A', rows }] });
  expect(await sniffFormat(bytes, 'a.xlsx')).toEqual({ kind: 'xlsx', hasHeader: false });
});

test('a workbook of which only the beginning is there is taken for one with a header', async () => {
  const bytes = await aWorkbook({ sheets: [{ name: 'A', rows: header }] });
  expect(await sniffFormat(bytes.subarray(0, -200), 'a.xlsx')).toEqual({ kind: 'xlsx', hasHeader: true });
});

async function readWithin(bytes: Uint8Array, more: Partial<typeof limits>) {
  const format = { kind: 'xlsx' as const, hasHeader: true };
  const { rows } = await openTable(inPieces(bytes, 4096), format, { ...limits, ...more });
  return await Array.fromAsync(rows);
}
const bomb = () =>
  aWorkbook({
    sheets: [{ name: 'A', rows: header + `<row>${inline('a'.repeat(99))}</row>`.repeat(20_000) }],
    texts: `<si><t>${'b'.repeat(99)}</t></si>`.repeat(1000),
  });

test.each([
  ['bytes', { packedBytes: 1000 }],
  ['inflated bytes', { inflatedBytes: 1_000_000 }],
  ['cells', { cells: 10_000 }],
  ['shared texts', { sharedText: 50_000 }],
  ['text in a cell', { cellText: 90 }],
])('a workbook with more %s than are read is refused', async (_, more) => {
  const bytes = await bomb();
  expect(bytes.length).toBeLessThan(50_000);
  await expect(readWithin(bytes, more)).rejects.toMatchObject({ code: 'import_file_unreadable' });
});

test('a tag that does not end is refused, and not held', async () => {
  const rows = `<row><c r="${'A'.repeat(3_000_000)}`;
  const bytes = await aWorkbook({ sheets: [{ name: 'A', rows }] });
  await expect(readWithin(bytes, {})).rejects.toMatchObject({ code: 'import_file_unreadable' });
});

test('elements in elements without end are refused', async () => {
  const bytes = await aWorkbook({ sheets: [{ name: 'A', rows: '<row><c>'.repeat(100_000) }] });
  await expect(readWithin(bytes, {})).rejects.toMatchObject({ code: 'import_file_unreadable' });
});

test('a column that no table has is refused', async () => {
  const rows = `${header}<row><c r="XFD2"><v>1</v></c></row>`;
  const bytes = await aWorkbook({ sheets: [{ name: 'A', rows }] });
  await expect(readWithin(bytes, {})).rejects.toMatchObject({ code: 'import_file_unreadable' });
});

test('a damaged workbook is refused, wherever the damage is', async () => {
  const bytes = await bomb();
  for (const at of [0, 0.2, 0.5, 0.8, 0.99]) {
    const damaged = Uint8Array.from(bytes);
    damaged.fill(0x55, Math.floor(at * bytes.length), Math.floor(at * bytes.length) + 100);
    await expect(readWithin(damaged, {})).rejects.toMatchObject({ code: 'import_file_unreadable' });
  }
  await expect(readWithin(bytes.subarray(0, 5000), {})).rejects.toMatchObject({
    code: 'import_file_unreadable',
  });
});

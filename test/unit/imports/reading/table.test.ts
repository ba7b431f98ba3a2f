import { expect, test } from 'vitest';
import type { CsvFormat } from '../../../../shared/imports/reading/file-format.ts';
import { openTable } from '../../../../shared/imports/reading/open-table.ts';
import { inPieces, utf8 } from './bytes.ts';

const csv: CsvFormat = { kind: 'csv', encoding: 'utf-8', delimiter: ',', quote: '"', hasHeader: true };
async function tableOf(content: string | Uint8Array, more: Partial<CsvFormat> = {}) {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const { columns, rows } = await openTable(inPieces(bytes), { ...csv, ...more });
  return { columns, rows: await Array.fromAsync(rows) };
}

test('a column without a name is named by its place, and no two have the same', async () => {
  const { columns } = await tableOf(' Phone ,,Phone,Phone\n1,2,3,4\n');
  expect(columns).toEqual(['Phone', 'Column 2', 'Phone (2)', 'Phone (3)']);
});

test('without a header columns are named by their place, as many as most rows have', async () => {
  const { columns, rows } = await tableOf('a,b\nc,d\ne,f,g\n', { hasHeader: false });
  expect(columns).toEqual(['Column 1', 'Column 2']);
  expect(rows.map(({ fault }) => fault?.code)).toEqual([undefined, undefined, 'too_many_cells']);
});

test('rows are counted from 1, and those that are wholly empty left out', async () => {
  const { rows } = await tableOf('\n\na,b\n\n1,2\n,\n , \n"",\n3,4\n');
  expect(rows).toEqual([
    { number: 1, cells: ['1', '2'] },
    { number: 2, cells: ['3', '4'] },
  ]);
});

test('a row with fewer or more cells has a fault, and all of its cells', async () => {
  const { rows } = await tableOf('a,b,c\n1,2\n1,2,3,4\n1,2,3,\n');
  expect(rows.map(({ cells, fault }) => [cells, fault?.code])).toEqual([
    [['1', '2', ''], 'too_few_cells'],
    [['1', '2', '3', '4'], 'too_many_cells'],
    [['1', '2', '3'], undefined],
  ]);
});

test('a row of which bytes are no text has a fault', async () => {
  const bytes = Buffer.concat([utf8('Name\nJürgen\nM'), Buffer.from([0xfc]), utf8('ller\nAda\n')]);
  const { rows } = await tableOf(bytes);
  expect(rows.map(({ fault }) => fault?.code)).toEqual([undefined, 'characters_unreadable', undefined]);
});

test('the sign for what could not be read is none where it was written so', async () => {
  const { rows } = await tableOf('Place\n37\ufffd36\n');
  expect(rows).toEqual([{ number: 1, cells: ['37\ufffd36'] }]);
});

test('of a file without rows the columns are known', async () => {
  expect(await tableOf('a,b\n')).toEqual({ columns: ['a', 'b'], rows: [] });
  expect(await tableOf('')).toEqual({ columns: [], rows: [] });
});

test('more columns than can be mapped are refused', async () => {
  const header = Array.from({ length: 1001 }, (_, place) => `c${place}`).join();
  await expect(tableOf(`${header}\n`)).rejects.toMatchObject({ code: 'import_file_unreadable' });
});

test('no more of a file is fetched than the rows that are asked for need, and it is let go with them', async () => {
  let fetched = 0;
  let isLetGo = false;
  async function* endless() {
    try {
      yield utf8('a,b\n');
      for (;;) {
        fetched += 1;
        yield utf8('1,"two\nlines"\n'.repeat(50));
      }
    } finally {
      isLetGo = true;
    }
  }
  const { rows } = await openTable(endless(), csv);
  for await (const { number } of rows) if (number === 500) break;
  expect(fetched).toBeLessThan(15);
  expect(isLetGo).toBe(true);
});

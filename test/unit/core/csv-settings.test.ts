import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { unguardedCell } from '../../../shared/core/cell-guard.ts';
import { csvSettings } from '../../../shared/core/csv-settings.ts';

const cell = fc.stringMatching(/^[a ,"\r\n'=+\-7]{1,6}$/);
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
  );

it('a reader of CSV finds every cell as it was, with its line ends, whole or half', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const read = parse(stringify(rows, csvSettings), { record_delimiter: ['\r\n', '\n', '\r'] });
      expect((read as string[][]).map((cells) => cells.map(unguardedCell))).toEqual(rows);
    }),
  );
});

it.each(['one\rtwo', 'one\ntwo', 'one\r\ntwo', '\r', 'end\r'])(
  'a cell with a line end is quoted: %j',
  (text) => {
    expect(stringify([[text, 'x']], csvSettings)).toMatch(/^"[^"]+",x\r\n$/);
  },
);

it('a number is no text, and stays as it is', () => {
  expect(stringify([[-2, '-2', '-2+3']], csvSettings)).toBe("-2,-2,'-2+3\r\n");
});

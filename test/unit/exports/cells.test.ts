import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardedCell, unguardedCell } from '../../../shared/core/cell-guard.ts';
import { instantIn, numeral } from '../../../shared/exports/columns/column.ts';

describe('a cell', () => {
  it.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])(
    'that a spreadsheet would reckon with is guarded: %j',
    (text) => {
      expect(guardedCell(text)).toBe(`'${text}`);
    },
  );
  it.each(['Ada', '+4930901820', '-12.50', '+1', '12', "O'Hara", "'quoted'", ''])(
    'stays as it is: %j',
    (text) => {
      expect(guardedCell(text)).toBe(text);
    },
  );
  it('is given back as it was, whatever it holds', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom('', "'", "''"), fc.constantFrom(...'=+-@\t\r\n＝'), fc.string())
        .map((all) => all.join('')),
    );
    fc.assert(fc.property(text, (one) => unguardedCell(guardedCell(one)) === one));
  });
});

describe('a moment', () => {
  it.each([
    ['2026-03-05T13:00:00.000Z', 'Europe/Berlin', '2026-03-05 14:00:00+01:00'],
    ['2026-07-05T13:00:59.999Z', 'Europe/Berlin', '2026-07-05 15:00:59+02:00'],
    ['2026-03-05T01:00:00.000Z', 'America/St_Johns', '2026-03-04 21:30:00-03:30'],
    ['2026-03-05T00:00:00.000Z', 'UTC', '2026-03-05 00:00:00+00:00'],
  ])('%s is told as the clocks of %s do', (at, zone, told) => {
    expect(instantIn(at, zone)).toBe(told);
    expect(Date.parse(told.replace(' ', 'T'))).toBe(Math.floor(Date.parse(at) / 1000) * 1000);
  });
});

it('a number of three decimals is no thousand anywhere', () => {
  expect(numeral(1.234)).toBe('1.2340');
  expect([numeral(12), numeral(1.5), numeral(undefined)]).toEqual(['12', '1.5', undefined]);
});

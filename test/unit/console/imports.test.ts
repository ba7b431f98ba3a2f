import { describe, expect, test } from 'vitest';
import { fieldsOfKind } from '../../../shared/imports/mapping/fields/fields-of-kind.ts';
import type { CheckedRow, Import } from '../../../web/client/src/index.ts';
import { wordsOf } from '../../../web/console/src/screens/imports/field-words.ts';
import {
  byRows,
  foundWith,
  isAllFound,
  nothingFound,
} from '../../../web/console/src/screens/imports/found.ts';
import { firstValues, withField } from '../../../web/console/src/screens/imports/mapping.ts';
import { planOf } from '../../../web/console/src/screens/imports/plan.ts';
import { repairsChanged, withRepair } from '../../../web/console/src/screens/imports/repairs.ts';
import { isOpen, pauseOf, stepOf } from '../../../web/console/src/screens/imports/steps.ts';
import { detailsOfRow, nameOfRow } from '../../../web/console/src/screens/imports/summary.ts';
import { imports } from '../../../web/console/src/text/en/imports.ts';

const aRow = (number: number, more: Partial<CheckedRow> = {}): CheckedRow => ({
  number,
  outcome: 'new',
  values: {},
  changes: [],
  faults: [],
  suggestions: [],
  ...more,
});
const product = { field: 'product', from: 'GTXPro', to: 'GTX Pro', confidence: 0.95 };
const owner = { field: 'ownerEmail', code: 'user_unknown', detail: 'There is no user Bo.', from: 'Bo' };
const checkOf = (more: object) => ({
  ...{ new: 0, existing: 0, repeated: 0, invalid: 0, joined: 0 },
  ...{ changed: 0, faulty: 0, suggested: 0, stale: 0 },
  ...more,
});

describe('what is found in rows', () => {
  const rows = [
    aRow(1, { suggestions: [product, product] }),
    aRow(2, { suggestions: [product, { ...product, from: 'MGS', to: 'MG Special' }] }),
    aRow(3, { faults: [owner] }),
    aRow(4, { faults: [owner], isStale: true }),
  ];
  const found = foundWith(foundWith(nothingFound, rows.slice(0, 2)), rows.slice(2));

  test('is counted by value, a row once, the most frequent first', () => {
    expect(byRows(found.suggestions).map(([, { from, rows }]) => [from, rows])).toEqual([
      ['GTXPro', 2],
      ['MGS', 1],
    ]);
    expect(byRows(found.faults).map(([, one]) => one)).toEqual([{ ...owner, rows: 2, first: 3 }]);
  });
  test('is looked for until all that was counted is found', () => {
    expect(isAllFound(found, checkOf({ suggested: 2, faulty: 2, stale: 1 }))).toBe(true);
    expect(isAllFound(found, checkOf({ suggested: 3, faulty: 2 }))).toBe(false);
    expect(isAllFound(nothingFound, checkOf({ new: 100 }))).toBe(true);
  });
});

describe('repairs', () => {
  const first = { field: 'email', from: 'a@gmial.com', to: 'a@gmai.com' };
  test('are one of a value', () => {
    expect(withRepair([first], { ...first, to: 'a@gmail.com' })).toEqual([{ ...first, to: 'a@gmail.com' }]);
  });
  test('of what another one made lead that one on, because rows are looked at once', () => {
    const second = { field: 'email', from: 'a@gmai.com', to: 'a@gmail.com' };
    expect(withRepair([first], second)).toEqual([{ ...first, to: 'a@gmail.com' }, second]);
  });
  test('count as changed by what they do', () => {
    expect(repairsChanged([first], [first])).toBe(0);
    expect(repairsChanged([first], [{ ...first, to: 'b' }])).toBe(1);
    expect(repairsChanged([first], [])).toBe(1);
  });
});

describe('a mapping', () => {
  const mapping = [
    { column: 0, field: 'firstName' },
    { column: 2, field: 'email' },
  ];
  test('gives a field to one column alone', () => {
    expect(withField(mapping, 1, 'email')).toEqual([
      { column: 0, field: 'firstName' },
      { column: 1, field: 'email' },
    ]);
  });
  test('leaves a column out', () => {
    expect(withField(mapping, 0, undefined)).toEqual([{ column: 2, field: 'email' }]);
  });
  test('is seen by the first values that are not empty, each once', () => {
    const rows = ['', ' a', 'a', 'b', 'c', 'd'].map((cell) => ({ cells: ['x', cell] }));
    expect(firstValues(rows, 1)).toEqual(['a', 'b', 'c']);
    expect(firstValues(rows, 9)).toEqual([]);
  });
});

describe('what a run would do', () => {
  const counts = { new: 5, existing: 3, repeated: 2, invalid: 1 };
  test.for([
    ['create', { made: 5, changed: 0, repeats: 0, left: 6 }],
    ['update', { made: 0, changed: 3, repeats: 2, left: 6 }],
    ['upsert', { made: 5, changed: 3, repeats: 2, left: 1 }],
  ] as const)('loses no row (%s)', ([mode, plan]) => {
    expect(planOf(mode, counts)).toEqual(plan);
    const rows: number[] = Object.values(plan);
    expect(rows.reduce((sum, count) => sum + count)).toBe(11);
  });
});

describe('the step', () => {
  const anImport = (more: Partial<Import>) => ({ status: 'read', ...more }) as Import;
  const run = { done: 1, created: 1, updated: 0, unchanged: 0, skipped: 0, failed: 0 };
  test('of what has failed is the one that it had come to', () => {
    expect(stepOf(anImport({ status: 'failed' }))).toBe('file');
    expect(stepOf(anImport({ status: 'failed', mapping: [] }))).toBe('check');
    expect(stepOf(anImport({ status: 'failed', mapping: [], run }))).toBe('result');
  });
  test('goes back only where nothing is made of the file', () => {
    expect(isOpen(anImport({ status: 'checked' }))).toBe(true);
    expect(isOpen(anImport({ status: 'failed', run }))).toBe(false);
    expect(isOpen(anImport({ status: 'done', run }))).toBe(false);
    expect(isOpen(anImport({ status: 'undone', run }))).toBe(true);
  });
  test('is asked for the less often the longer nothing was heard, whatever the clock', () => {
    const updatedAt = '2026-03-01T10:00:00.000Z';
    const at = (ms: number) => pauseOf({ updatedAt }, Date.parse(updatedAt) + ms);
    expect([at(-60_000), at(1000), at(10_000), at(3_600_000)]).toEqual([700, 700, 2000, 10_000]);
  });
});

describe('a row', () => {
  test('is called by its name, else by what comes nearest', () => {
    expect(nameOfRow({ firstName: 'Ada', lastName: 'Lovelace' })).toBe('Ada Lovelace');
    expect(nameOfRow({ emails: [{ address: 'ada@example.com' }] })).toBe('ada@example.com');
    expect(nameOfRow({})).toBe('');
  });
  test('has details that are not its name', () => {
    const values = { emails: [{ address: 'ada@example.com' }], jobTitle: 'Countess' };
    expect(detailsOfRow('contact', values)).toBe('Countess');
  });
});

describe('words', () => {
  test('are there for every field of every kind', () => {
    const all = Object.values(fieldsOfKind).flatMap((fields) => Object.keys(fields));
    expect(all.filter((field) => wordsOf(field, imports.fields) === undefined)).toEqual([]);
    expect(wordsOf('address2.city', imports.fields)).toBe('Address 2, city');
  });
});

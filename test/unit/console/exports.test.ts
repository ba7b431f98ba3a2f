import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../shared/exports/columns/columns-of-kind.ts';
import { NewDataExport } from '../../../shared/exports/data-export.ts';
import { listedKinds } from '../../../web/console/src/api/kinds.ts';
import { builtins } from '../../../web/console/src/fields/catalogue.ts';
import { fileColumns } from '../../../web/console/src/screens/exports/file-columns.ts';
import { newExport, usualChoices } from '../../../web/console/src/screens/exports/new-export.ts';
import { follow, lookAgainMs } from '../../../web/console/src/screens/exports/queries.ts';
import { readWatched, withOne, without } from '../../../web/console/src/screens/exports/watched.ts';

const now = Date.parse('2026-11-29T12:00:00.000Z');
const ago = (ms: number) => new Date(now - ms).toISOString();
const one = (id: string, createdAt = ago(0)) => ({ id, kind: 'contact' as const, createdAt });
const listed = (id: string, more: object = {}) => ({ ...one(id), status: 'ready', ...more }) as never;

describe('the columns of a file', () => {
  test.for(listedKinds)('are those of %ss that a list shows and a file has, and no others', (kind) => {
    const fields = builtins[kind].filter(({ isOnlyAsked }) => !isOnlyAsked);
    const known = new Map(
      fields.map(({ name, currencyIn }) => [name as string, currencyIn ? { currencyIn } : {}]),
    );
    const isColumn = (name: string) => {
      try {
        return columnsOf(kind, [], [name]).length > 0;
      } catch {
        return false;
      }
    };
    const names = fields.map(({ name }) => name as string);
    const chosen = fileColumns(
      kind,
      names.map((field) => ({ field })),
      known,
    );
    expect(names.filter((name) => chosen.includes(name))).toEqual(names.filter(isColumn));
    expect(() => columnsOf(kind, [], chosen)).not.toThrow();
  });

  test('stand in the order of the list, behind what its rows are called, amounts with their currency', () => {
    const known = new Map([
      ['amountCents', { currencyIn: 'currency' }],
      ['custom.floor', {}],
    ]);
    const columns = ['title', 'custom.floor', 'unknown', 'amountCents'].map((field) => ({ field }));
    expect(fileColumns('deal', columns, known)).toEqual(['name', 'custom.floor', 'amountCents', 'currency']);
  });
});

describe('what is asked for', () => {
  const what = { kind: 'contact', filter: { tags: 'fair' }, shown: ['firstName'] } as const;
  const given = { ...what, shown: [...what.shown] };

  test('is the list as it is filtered, with all columns where nothing is chosen', () => {
    const asked = newExport(given, usualChoices, 'Europe/Berlin');
    const body = { kind: 'contact', format: 'csv', filter: { tags: 'fair' }, byteOrderMark: true };
    expect(asked).toEqual({ ...body, timeZone: 'Europe/Berlin' });
    expect(NewDataExport.safeParse(asked).success).toBe(true);
  });

  test('has the columns that are shown, and nothing of a spreadsheet in JSON Lines', () => {
    const choices = { format: 'jsonl', columns: 'shown', forExcel: true } as const;
    expect(newExport(given, choices, 'Europe/Berlin')).toEqual({
      kind: 'contact',
      format: 'jsonl',
      filter: { tags: 'fair' },
      columns: ['firstName'],
    });
  });

  test('is a segment’s members', () => {
    const segment = { id: 'sg_1', name: 'Warm' };
    const choices = { format: 'csv', columns: 'shown', forExcel: false } as const;
    expect(newExport({ kind: 'deal', segment }, choices)).toEqual({
      kind: 'deal',
      format: 'csv',
      segmentId: 'sg_1',
      byteOrderMark: false,
    });
  });
});

describe('what is waited for', () => {
  test('is the newest five, each once', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f', 'c'].reduce(
      (all, id) => withOne(all, one(id)),
      readWatched(null),
    );
    expect(six.map(({ id }) => id)).toEqual(['c', 'f', 'e', 'd', 'b']);
    expect(without(six, 'f').map(({ id }) => id)).toEqual(['c', 'e', 'd', 'b']);
  });

  test('is nothing where what was kept is not understood', () => {
    for (const kept of [null, '', '{', '{}', '[1, null, {"id": 4}]']) expect(readWatched(kept)).toEqual([]);
    expect(readWatched(JSON.stringify([one('a'), 'b']))).toEqual([one('a')]);
  });

  test('is begun until a list names it, and gone where one does not that was read late enough', () => {
    const state = (createdAt: string, isFresh: boolean) =>
      follow(one('a', createdAt), { all: [], isFresh }, now).state;
    expect(state(ago(1000), true)).toBe('begun'); // the list follows a write within a second
    expect(state(ago(60_000), false)).toBe('begun');
    expect(state(ago(60_000), true)).toBe('gone');
    expect(follow(one('a'), { all: [listed('a')], isFresh: false }, now).state).toBe('listed');
  });

  test('is looked at soon, seldom where it takes long, and not any more where all are written', () => {
    const at = (status: 'running' | 'ready', ms: number) => ({ status, createdAt: ago(ms) });
    expect(lookAgainMs([], now)).toBe(false);
    expect(lookAgainMs([at('ready', 0)], now)).toBe(false);
    expect(lookAgainMs([at('running', 200_000), at('running', 1000)], now)).toBe(1500);
    expect(lookAgainMs([at('running', 200_000), at('ready', 1000)], now)).toBe(5000);
  });
});

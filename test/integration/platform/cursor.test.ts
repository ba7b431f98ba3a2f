import { beforeAll, describe, expect, test } from 'vitest';
import { commit } from '../../../shared/platform/commit.ts';
import { queryPage } from '../../../shared/platform/cursor.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { useSecret } from '../../helpers/secret.ts';

const pk = 'WS#ws_1#LIST#THING';
const heavy = 'WS#ws_1#LIST#HEAVY';
beforeAll(async () => {
  useSecret();
  await useTable();
  const item = (n: number) => ({ action: { Put: { Item: { pk, sk: `s${n}`, n } } } });
  await commit(Array.from({ length: 9 }, (_, n) => item(n)));
  for (let n = 0; n < 9; n++) {
    const filling = 'x'.repeat(250_000);
    await commit([{ action: { Put: { Item: { pk: heavy, sk: `s${n}`, n, filling } } } }]);
  }
});

const page = (limit: number, cursor?: string, scope = 'things', of = pk) =>
  queryPage({ pk: of }, { limit, cursor }, scope, ({ n }) => Number(n));
async function walk(limit: number, of = pk) {
  const seen: number[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const next = await page(limit, cursor, 'things', of);
    seen.push(...next.items);
    cursor = next.cursor;
  } while (cursor && ++pages < 20);
  return seen;
}
const all = [0, 1, 2, 3, 4, 5, 6, 7, 8];

test.each([1, 2, 3, 4, 8, 9, 10])(
  'pages of %i bring every item once, and no empty last one',
  async (limit) => {
    expect(await walk(limit)).toEqual(all);
    expect((await page(9)).cursor).toBeUndefined();
  },
);

test('a page that is full before its limit, because a request brings 1 MB at most, goes on by its cursor', async () => {
  const first = await page(9, undefined, 'things', heavy);
  expect(first.items.length).toBeLessThan(9);
  expect(await walk(9, heavy)).toEqual(all);
});

describe('a cursor is refused', () => {
  const refused = (cursor: string, scope?: string, of?: string) =>
    expect(page(2, cursor, scope, of)).rejects.toMatchObject({ code: 'cursor_invalid', status: 400 });
  const given = async () => (await page(2)).cursor ?? '';

  test('in another partition, which may be of another workspace', async () =>
    refused(await given(), 'things', 'WS#ws_2#LIST#THING'));
  test('in a list that was asked for otherwise', async () => refused(await given(), 'things by name'));
  test('when its position is changed', async () => {
    const [, signature] = (await given()).split('.');
    await refused(`${Buffer.from('s7').toString('base64url')}.${signature}`);
  });
  test('when its signature is changed, cut or made longer', async () => {
    const [position = '', signature = ''] = (await given()).split('.');
    const bytes = Buffer.from(signature, 'base64url');
    const other = (signed: Buffer) => refused(`${position}.${signed.toString('base64url')}`);
    await other(bytes.map((byte, i) => (i === 0 ? byte ^ 1 : byte)) as Buffer);
    await other(bytes.subarray(0, 4));
    await other(Buffer.concat([bytes, Buffer.alloc(100)]));
    await other(Buffer.alloc(0));
  });
  test.each(['nonsense', '.', 'a.b.c', '..', '💥'])('when it is %s', (cursor) => refused(cursor));
  test('when a scope borrows from the position', async () => {
    const { cursor = '' } = await page(2, undefined, 'a');
    await refused(cursor, 'a\ns1');
  });
});

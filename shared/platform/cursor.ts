import { AppError } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import type { Item, Key } from '../core/projection.ts';
import { queryItems, type Range } from './dynamo.ts';
import { isSigned, sign } from './secret.ts';

const invalid = () =>
  new AppError(
    'invalid',
    'cursor_invalid',
    'The cursor is not one that this list gave out. Start again without it.',
  );

/** What is signed; as JSON, so that no scope can borrow from the key behind it. */
const signed = ({ pk, sk }: Key, scope: string) => JSON.stringify([pk, scope, sk]);

export async function keyOf(cursor: string, pk: string, scope: string): Promise<Key> {
  const [sk = '', signature = ''] = cursor.split('.');
  const key = { pk, sk: Buffer.from(sk, 'base64url').toString() };
  if (!(await isSigned('cursor', signed(key, scope), Buffer.from(signature, 'base64url')))) throw invalid();
  return key;
}

/** A cursor that goes on behind this item, in the list with this scope. */
export async function cursorOf(key: Key, scope: string): Promise<string> {
  const signature = await sign('cursor', signed(key, scope));
  return `${Buffer.from(key.sk).toString('base64url')}.${signature.toString('base64url')}`;
}

/**
 * A page of one partition (whose key opens with the workspace). The cursor is signed and bound to the partition and to
 * `scope`, what else the list was asked with; a bad one is `cursor_invalid`.
 */
export async function queryPage<T>(
  range: Omit<Range, 'limit' | 'after'>,
  { limit, cursor }: PageRequest,
  scope: string,
  parse: (item: Item) => T,
): Promise<Page<T>> {
  const after = cursor ? await keyOf(cursor, range.pk, scope) : undefined;
  // One more tells whether there is a next page; so does `cut`, where 1 MB was full before.
  const { items, last: cut } = await queryItems({ ...range, limit: limit + 1, after });
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(parse),
    cursor: (items.length > limit || cut) && last ? await cursorOf(last, scope) : undefined,
  };
}

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

async function keyOf(cursor: string, pk: string, scope: string): Promise<Key> {
  const [sk = '', signature = ''] = cursor.split('.').map((part) => Buffer.from(part, 'base64url'));
  const given = Buffer.from(signature);
  if (!(await isSigned('cursor', `${pk}\n${scope}\n${sk}`, given))) throw invalid();
  return { pk, sk: sk.toString() };
}

/** A cursor that goes on behind this item, in the list with this scope. */
export async function cursorOf({ pk, sk }: Key, scope: string): Promise<string> {
  const signature = await sign('cursor', `${pk}\n${scope}\n${sk}`);
  return `${Buffer.from(sk).toString('base64url')}.${signature.toString('base64url')}`;
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
  const { items } = await queryItems({ ...range, limit: limit + 1, after }); // one more tells whether there is a next page
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(parse),
    cursor: items.length > limit && last ? await cursorOf(last, scope) : undefined,
  };
}

import type { Entry, Item } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { type Owned, scopedEntries } from '../core/scoped-list.ts';
import { reversed } from './fold.ts';
import { type Direction, tokensOf } from './search-tokens.ts';
import type { Text } from './searchable.ts';

const parts: Record<Direction, string> = {
  word: 'WORD',
  backwards: 'BACKWARDS',
  number: 'NUMBER',
  phone: 'PHONE',
};
/** Of a country's numbers all begin with the same two digits. */
const lettersOf = (direction: Direction, token: string) => {
  if (direction === 'number') return 4;
  return isIdeograph.test(token) ? 1 : 2;
};
const isIdeograph = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** SEARCH-1: where a token lies: with all that begin with the same two letters, the same ideograph, or of numbers the same four digits. */
export function searchPk(workspaceId: string, direction: Direction, token: string): string {
  const beginning = [...token].slice(0, lettersOf(direction, token)).join('');
  return `${workspacePk(workspaceId)}#SEARCH#${parts[direction]}#${beginning}`;
}

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** An id's time the other way round, so that of one word's records the newest come first. */
const newestFirst = (id: string) =>
  id.slice(3, 13).replace(/[0-9A-Z]/g, (digit) => digits[31 - digits.indexOf(digit)] ?? digit);

/** What a record has in the index. The entries say no more than the id, so that a rename alone rewrites few. */
export function searchEntries(
  { workspaceId, id, ...owned }: Owned & { workspaceId: string; id: string },
  texts: Text[],
): Entry[] {
  return tokensOf(texts).flatMap(({ direction, token, fields, writtenOut }) =>
    scopedEntries(searchPk(workspaceId, direction, token), owned, {
      sk: `${token}#${newestFirst(id)}#${id}`,
      fields,
      ...(writtenOut && { writtenOut }),
    }),
  );
}

/** An entry as a search reads it; a word that lies backwards is turned round again. */
export type Found = { id: string; folded: string; writtenOut: string; fields: string[] };
export function foundIn({ sk, fields, writtenOut }: Item, direction: Direction): Found {
  const [lying = '', , id = ''] = sk.split('#');
  const folded = direction === 'backwards' ? reversed(lying) : lying;
  return {
    id,
    folded,
    writtenOut: typeof writtenOut === 'string' ? writtenOut : folded,
    fields: fields as string[],
  };
}

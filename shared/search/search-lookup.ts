import { folded, reversed, type Word } from './fold.ts';
import type { List } from './search-candidates.ts';
import type { Found } from './search-entries.ts';
import type { Range, Read } from './search-index-store.ts';
import { isMistyped } from './search-match.ts';
import { fewestForTypos, mistypable, type Term } from './search-query.ts';

type Reader = (range: Range) => Promise<Read>;

/** Entries that one look at a term reads at most, in each partition: words as they were typed, and what may be a typo of them. */
const most = { typed: 200, mistyped: 1000, deep: 1000 };

function listOf(reads: Read[], exact: (found: Found) => boolean): List {
  const ids = new Map<string, boolean>();
  for (const found of reads.flatMap((read) => read.found))
    ids.set(found.id, ids.get(found.id) || exact(found));
  return { ids, cut: reads.some(({ cut }) => cut) };
}

/** The word of a term that fewest have, by all that is known: the longest. */
const rarest = ({ words }: Term) => [...words].sort((a, b) => b.folded.length - a.folded.length)[0]?.folded;
const fewestLetters = (text: string | undefined) =>
  (text && text.length > 1) || /[^\p{ASCII}]/u.test(text ?? '');

/** Where a term as it was typed may be found: by a word of it, as an address, by the last digits of a phone number and by its first. At most three. */
function rangesOf(term: Term): Range[] {
  const { address, digits, begins } = term;
  const word = rarest(term);
  const words = [...new Set([fewestLetters(word) ? word : undefined, address])].filter(
    (one) => one !== undefined,
  );
  return [
    ...words.map((from): Range => ({ direction: 'word', from, most: most.typed })),
    ...(digits ? [{ direction: 'phone', from: reversed(digits), most: most.typed } as const] : []),
    ...(begins ? [{ direction: 'number', from: begins, most: most.typed } as const] : []),
  ];
}

/** One Query for a word, two for what may be a domain as well, three for a number; in each partition that is in reach. */
export async function lookUp(read: Reader, term: Term): Promise<List> {
  const asked = [rarest(term), term.address, term.digits && reversed(term.digits)];
  return listOf(await Promise.all(rangesOf(term).map(read)), ({ folded }) => asked.includes(folded));
}

/** The same, much further, for a search of which every word is common. One Query. */
export async function lookDeeper(read: Reader, term: Term): Promise<List> {
  const from = rarest(term) ?? term.address ?? '';
  return listOf([await read({ direction: 'word', from, most: most.deep })], ({ folded }) => folded === from);
}

/**
 * Words that differ by one letter have the same first half or the same second half, by whichever of them the difference is
 * in; but for two neighbours that have changed places over the middle, of which the word they come from is known.
 */
function halvesOf(word: string): Range[] {
  const letters = [...word];
  const half = Math.ceil(letters.length / 2);
  return [
    { direction: 'word', from: letters.slice(0, half).join(''), most: most.mistyped },
    { direction: 'backwards', from: letters.slice(half).reverse().join(''), most: most.mistyped },
  ];
}
function swappedOf(word: string): Range {
  const letters = [...word];
  const half = Math.ceil(letters.length / 2);
  const [a = '', b = ''] = letters.splice(half - 1, 2);
  letters.splice(half - 1, 0, b, a);
  return { direction: 'word', from: `${folded(letters.join(''))}#`, most: most.typed };
}

/**
 * What a word with a wrong letter may be in the index, where a pair like `ue` counts as one letter unless a vowel is before
 * it, and the wrong letter may be just there: as it was typed, as the index would have it, and with every such pair as one.
 */
function spellingsOf({ plain, folded }: Word): string[] {
  const all = new Set([plain, folded, plain.replace(/([aou])e/g, '$1')]);
  return [...all].filter((one) => [...one].length >= fewestForTypos);
}

/** What the ranges of a term's spellings have that may be a typo of it. */
async function lookUpAlike(read: Reader, term: Term, rangesOf: (spelling: string) => Range[]): Promise<List> {
  const word = mistypable(term);
  if (!word) return { ids: new Map(), cut: false };
  const ranges = spellingsOf(word).flatMap(rangesOf);
  const reads = await Promise.all(ranges.map(read));
  const alike = reads.map(({ found, cut }) => ({ found: found.filter((one) => isMistyped(one, word)), cut }));
  return listOf(alike, (found) => found.folded === word.folded);
}

/** Two Queries a spelling, of which nearly every word has one. */
export const lookUpMistyped = (read: Reader, term: Term) => lookUpAlike(read, term, halvesOf);
/** One Query a spelling. */
export const lookUpSwapped = (read: Reader, term: Term) => lookUpAlike(read, term, (one) => [swappedOf(one)]);

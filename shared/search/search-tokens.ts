import { digitsOf, foldedAddress, reversed, type Word, wordsIn } from './fold.ts';
import type { Text } from './searchable.ts';

/** What an index entry says: a word, an address or a domain; a name or a company's backwards, for typos; a phone's digits, and those backwards. */
export type Direction = 'word' | 'backwards' | 'number' | 'phone';
export type Token = {
  direction: Direction;
  token: string;
  /** The fields that have it. Who may see none of them is not told by it. */
  fields: string[];
  /** The word with its umlauts written out, where that differs. */
  writtenOut?: string;
};

/** Entries of a record for each partition that it lies in: there are up to three of these, so a record has at most 45. */
export const mostTokens = 15;
const mostBackwards = 5;
const fewestForTypos = 3;

const singleLetter = /^\p{Script=Latin}$/u; // of other scripts a letter may be a name
const isWorthIndexing = (token: string) => token.length > 0 && !singleLetter.test(token);
/** Whose domain says nothing of anybody: it would be an entry that millions share. */
const anybodys =
  /^(gmail|googlemail|gmx|web|yahoo|hotmail|outlook|live|icloud|aol|t-online|proton|protonmail)\./;

type Made = Omit<Token, 'fields'>;
const word = ({ folded, writtenOut }: Word): Made => ({
  direction: 'word',
  token: folded,
  ...(writtenOut !== folded && { writtenOut }),
});

/** The words of a text, each once; of more than the index has of it the longest, which say most. */
function words({ text, most = 5 }: Text): Made[] {
  const all = [...new Map(wordsIn(text).map((one) => [one.folded, one])).values()];
  const kept = new Set(all.toSorted((a, b) => b.folded.length - a.folded.length).slice(0, most));
  return all.filter((one) => kept.has(one)).map(word);
}

/** An address is found by its beginning, by a later word before the @, and by its domain. */
function address({ text }: Text): Made[] {
  const whole = foldedAddress(text);
  const domain = whole.slice(whole.lastIndexOf('@') + 1);
  const later = wordsIn(text.slice(0, text.lastIndexOf('@'))).slice(1, 3);
  const [first, ...rest] = [whole, ...(anybodys.test(domain) ? [] : [domain])].map(
    (token): Made => ({ direction: 'word', token }),
  );
  return [...(first ? [first] : []), ...later.map(word), ...rest];
}
/** A phone number is found by its last digits and by its first. */
const phone = ({ text }: Text): Made[] => [
  { direction: 'phone', token: reversed(digitsOf(text)) },
  { direction: 'number', token: digitsOf(text) },
];
const makers = { words, address, phone };

const isNamed = ({ worth }: Text) => worth === 'name' || worth === 'company';
const backwards = (token: Made): Made[] =>
  [...token.token].length >= fewestForTypos && !/\d/.test(token.token)
    ? [{ ...token, direction: 'backwards', token: reversed(token.token) }]
    : [];

/**
 * The index entries of a record with these texts: first names and companies and their words backwards, then addresses and
 * phones, then the rest, until there are `mostTokens`.
 */
export function tokensOf(texts: Text[]): Token[] {
  const tokens = new Map<string, Token>();
  const add = (field: string, { token, ...made }: Made) => {
    const name = `${made.direction} ${token}`;
    const known = tokens.get(name);
    if (known) known.fields = [...new Set([...known.fields, field])].sort();
    else if (isWorthIndexing(token) && tokens.size < mostTokens)
      tokens.set(name, { ...made, token, fields: [field] });
  };
  const named = texts.filter(isNamed).flatMap((text) => words(text).map((one) => ({ text, one })));
  for (const { text, one } of named) add(text.field, one);
  for (const { text, one } of named.slice(0, mostBackwards))
    for (const back of backwards(one)) add(text.field, back);
  for (const text of texts.filter((one) => !isNamed(one)))
    for (const one of makers[text.as](text)) add(text.field, one);
  return [...tokens.values()];
}

import { digitsOf, foldedAddress, type Word, wordsIn } from './fold.ts';
import { isWithinOneEdit } from './one-edit.ts';
import { mistypable, type Term } from './search-query.ts';
import { type Text, worth } from './searchable.ts';

/** How well a text has what was asked for: 3 the very word, 2 its beginning, 1 but for one letter, 0 not at all. */
type Fit = 0 | 1 | 2 | 3;
const best = (fits: Fit[]): Fit => Math.max(0, ...fits) as Fit;

const endsFolded = ({ folded, plain }: Word) => !folded.endsWith(plain.slice(-1));
/** Whether a word begins so; where folding has taken the last letter typed, by the letters as they were typed. */
const begins = (word: Word, asked: Word) =>
  endsFolded(asked)
    ? word.plain.startsWith(asked.plain) || word.writtenOut.startsWith(asked.plain)
    : word.folded.startsWith(asked.folded);

type Spelled = Pick<Word, 'folded' | 'writtenOut'>;
export const isMistyped = (word: Spelled, asked: Word): boolean =>
  isWithinOneEdit(word.folded, asked.folded) || isWithinOneEdit(word.writtenOut, asked.writtenOut);

function wordFit(word: Word, asked: Word, mayBeMistyped: boolean): Fit {
  if (word.folded === asked.folded) return 3;
  if (begins(word, asked)) return 2;
  return mayBeMistyped && isMistyped(word, asked) ? 1 : 0;
}

/** A text has all the words asked for, each as well as it can; as one they fit as the worst of them. */
function wordsFit(term: Term, text: string): Fit {
  const words = wordsIn(text);
  const may = mistypable(term) !== undefined;
  const fits = term.words.map((asked) => best(words.map((word) => wordFit(word, asked, may))));
  return fits.length === 0 ? 0 : (Math.min(...fits) as Fit);
}

function addressFit(asked: string | undefined, text: string): Fit {
  if (asked === undefined) return 0;
  const whole = foldedAddress(text);
  const domain = whole.slice(whole.lastIndexOf('@') + 1);
  if (asked === whole || asked === domain) return 3;
  return whole.startsWith(asked) || domain.startsWith(asked) ? 2 : 0;
}

const wholeNumber = 7; // digits; fewer are a part of one
function phoneFit({ digits, begins, words }: Term, text: string): Fit {
  const number = digitsOf(text);
  if (begins && number.startsWith(begins)) return number === begins ? 3 : 2;
  if (digits && number.endsWith(digits)) return digits.length >= wholeNumber ? 3 : 2;
  const part = words.map(({ plain }) => plain).join('');
  return /^\d{2,}$/.test(part) && number.includes(part) ? 1 : 0;
}

function fitOf(term: Term, { as, text }: Text): Fit {
  if (as === 'phone') return phoneFit(term, text);
  const byWords = wordsFit(term, text);
  return as === 'address' ? best([byWords, addressFit(term.address, text)]) : byWords;
}

type Matched = { field: string; text: string };
/** `fit` and `worth` are sums over the terms; `worst` is how well the term fits that fits worst. */
export type Match = { fit: number; worst: number; worth: number; matched: Matched[] };

/** Where a term fits best, and in the dearest of the fields where it fits as well. */
function placeOf(term: Term, texts: Text[]) {
  const places = texts.map((text) => ({ text, fit: fitOf(term, text), worth: worth[text.worth] }));
  return places
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || b.worth - a.worth)
    .at(0);
}

/** Why a record with these texts is an answer; undefined where a term is in none of them. */
export function matchOf(terms: Term[], texts: Text[]): Match | undefined {
  const places = terms.flatMap((term) => placeOf(term, texts) ?? []);
  if (places.length < terms.length || places.length === 0) return undefined;
  const matched = new Map(
    places.map(({ text: { field, text } }) => [`${field} ${text}`, { field, text }] as const),
  );
  const sum = (of: 'fit' | 'worth') => places.reduce((total, place) => total + place[of], 0);
  const worst = Math.min(...places.map(({ fit }) => fit));
  return { fit: sum('fit'), worst, worth: sum('worth'), matched: [...matched.values()] };
}

type Ranked = { match: Match; record: { id: string; updatedAt: string } };
/** The better fit first, then the dearer field, then what was changed last. */
export const byRank = (a: Ranked, b: Ranked): number =>
  b.match.fit - a.match.fit ||
  b.match.worth - a.match.worth ||
  (a.record.updatedAt < b.record.updatedAt ? 1 : a.record.updatedAt > b.record.updatedAt ? -1 : 0) ||
  (a.record.id < b.record.id ? 1 : -1);

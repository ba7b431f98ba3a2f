import type { Dialling } from './dialling.ts';
import { digitsOf, foldedAddress, plain, type Word, wordsIn } from './fold.ts';

/** One of the things that a search asks for; a record must have all of them. Any of its readings will do. */
export type Term = {
  /** All of these words. */
  words: Word[];
  /** The beginning of an e-mail address or of a domain. */
  address?: string;
  /** The last digits of a phone number, without the zero or zeros that are dialled before it. */
  digits?: string;
  /** The first digits of a phone number with its country code. */
  begins?: string;
};
const mostTerms = 6;
const fewestDigits = 4;

const isDialled = (piece: string) => /^[+(]?\d[\d()/.-]*$/.test(piece);
/** `00` before a country code, `0` before an area code, `(0)` between the two: the number as it is kept has none. */
const asKept = (written: string) => digitsOf(written.replace('(0)', '')).replace(/^00?/, '');

function numberTerm(written: string, dialling: Dialling): Term {
  const digits = asKept(written);
  const words = wordsIn(written);
  if (digits.length < fewestDigits) return { words };
  const begins = dialling(written);
  return { words, digits, ...(begins && { begins }) };
}

const isAddress = (piece: string) => piece.includes('@') || /[\p{L}\p{N}]\.[\p{L}\p{N}]/u.test(piece);
function addressTerm(piece: string): Term {
  const address = foldedAddress(piece.replace(/^@/, ''));
  return { words: piece.includes('@') ? [] : wordsIn(piece), address };
}

/** A number written in groups is one: what follows a plus, a bracket or a zero, as long as it is dialled. */
function pieceGroups(pieces: string[]): string[] {
  const groups: string[] = [];
  let number = false;
  for (const piece of pieces) {
    const dialled = isDialled(piece);
    if (number && dialled) groups.push(`${groups.pop()} ${piece}`);
    else {
      groups.push(piece);
      number = dialled && /^[+(0]/.test(piece);
    }
  }
  return groups;
}

/** Whether there may be a phone number in it, for `termsOf` to be told how they are dialled. */
export const mayHoldNumber = (q: string): boolean => digitsOf(q).length >= fewestDigits;

/** What a person typed, as terms: at most six, each once. A letter alone is no term where nothing else is asked for. */
export function termsOf(q: string, dialling: Dialling = () => undefined): Term[] {
  const pieces = q
    .normalize('NFKC')
    .split(/[\s,;]+/u)
    .filter(Boolean);
  const terms = pieceGroups(pieces).flatMap((piece): Term[] => {
    if (isDialled(piece.replaceAll(' ', ''))) return [numberTerm(piece, dialling)];
    if (isAddress(plain(piece))) return [addressTerm(piece)];
    return wordsIn(piece).map((one) => ({ words: [one] }));
  });
  const unique = new Map(terms.map((term) => [JSON.stringify(term), term]));
  return [...unique.values()].filter(({ words, address }) => words.length > 0 || address).slice(0, mostTerms);
}

export const fewestForTypos = 4;
/** The word of a term in which one wrong letter is forgiven: of four letters at least, and no number. */
export function mistypable({ words, address }: Term): Word | undefined {
  const [word] = words;
  const may = words.length === 1 && address === undefined && word && !/\d/.test(word.plain);
  return may && [...word.plain].length >= fewestForTypos ? word : undefined;
}

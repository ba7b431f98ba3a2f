import { clip } from '../core/text.ts';

const mostLetters = 60; // of a word or an address in the index; a longer one is found by its beginning
/** Letters that Unicode does not take apart. */
const spelledOut: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};
const odd = new RegExp(`[${Object.keys(spelledOut).join('')}]`, 'g');

/** A text without case, accents, apostrophes and differences of Unicode alone: José is jose, Straße is strasse. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’ʼ`´]/gu, '')
    .replace(odd, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFC');

/**
 * The form in which the index has a text: `plain`, with an umlaut written out (ae, oe, ue) as the letter alone. So Müller,
 * Mueller and Muller are one word. Behind a vowel or a q the letters stand for themselves (Bauer, Quelle).
 */
export const folded = (text: string): string =>
  clip(plain(text).replace(/(?<![aeiouq])([aou])e/g, '$1'), mostLetters);

const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
/** An umlaut as Germans write it without one. */
const writtenOut = (text: string) =>
  text.normalize('NFC').replace(/[äöüÄÖÜ]/g, (letter) => umlauts[letter] ?? '');

/** A word as the index has it, and in the two spellings that folding makes one. */
export type Word = { folded: string; plain: string; writtenOut: string };
const word = /[\p{L}\p{N}]+/gu;
const parts = (text: string): string[] => plain(text).match(word) ?? [];
/** The words of a text in their order. */
export function wordsIn(text: string): Word[] {
  const long = parts(writtenOut(text));
  return parts(text).map((one, i) => ({ folded: folded(one), plain: one, writtenOut: long[i] ?? one }));
}

/** An e-mail address or a domain in the form in which the index has it; `#` parts a key, and so stands in none. */
export const foldedAddress = (address: string): string => folded(address.replaceAll('#', ''));

export const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');
export const reversed = (text: string): string => [...text].reverse().join('');

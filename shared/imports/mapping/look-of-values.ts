import { isEmailAddress } from '../../contacts/email-address.ts';
import { plain } from '../../search/fold.ts';
import { countryNames } from '../cleaning/country-code.ts';
import { firstNames } from './first-names.ts';

export type Look =
  | 'email'
  | 'phone'
  | 'linkedin'
  | 'url'
  | 'date'
  | 'number'
  | 'country'
  | 'postalCode'
  | 'fullName'
  | 'firstName'
  | 'word'
  | 'salutation';

const date =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4}))(?:[T ]\d{1,2}:\d{2}.*)?$/;
const number = /^[-+]?[$€£¥]?\s?\d[\d.,' ]*\s?[€$£%]?$/;
const url =
  /^(?:https?:\/\/|www\.)\S+$|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|de|fr|co|eu|uk|it|es|nl|pl)(?:\/\S*)?$/i;
const phoneSigns = /^(?:tel:)?[+(]?[\d\s().\-/]+(?:\s?(?:x|ext\.?)\s?\d+)?$/i;
const british = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i;
const otherPostal =
  /^(?:[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}|\d{2}-\d{3}|\d{5}-\d{3,4}|[A-Z]{1,2}-\d{4,5}|\d{5})$/i;
const salutation =
  /^(?:mr|mrs|ms|miss|dr|prof|mx|sir|madam|herr|frau|m|mme|mlle|monsieur|madame|sr|sra|srta|senor|senora|dott|dhr|mevr|pan|pani|rev|ing|dipl ing|prof dr)$/;
const nameWord = /^[\p{Lu}\p{Lo}][\p{L}'’-]*\.?$/u;

const digitsIn = (text: string) => text.replace(/\D/g, '').length;
function isPhone(text: string): boolean {
  const digits = digitsIn(text);
  if (digits < 7 || digits > 15 || date.test(text) || !phoneSigns.test(text)) return false;
  return /^(?:tel:|\+|\(|0)/i.test(text) || /\d[ ().\-/]+\d/.test(text) || digits === 10;
}
const wordsOf = (text: string) => text.split(/[\s,]+/).filter(Boolean);
const isKnown = (word: string) => firstNames.has(plain(word));
const isName = (words: readonly string[]) => words.every((word) => nameWord.test(word));

const tests: Record<Look, (text: string) => boolean> = {
  email: (text) => isEmailAddress(text.replace(/^mailto:/i, '')),
  linkedin: (text) => /linkedin\.com\//i.test(text),
  url: (text) => url.test(text),
  phone: isPhone,
  date: (text) => date.test(text),
  number: (text) => number.test(text),
  country: (text) => countryNames().has(plain(text)),
  postalCode: (text) => british.test(text) || otherPostal.test(text),
  salutation: (text) => salutation.test(plain(text).replaceAll('.', '')),
  fullName: (text) => {
    const words = wordsOf(text);
    return words.length > 1 && words.length < 5 && isName(words) && words.some(isKnown);
  },
  firstName: (text) => nameWord.test(text) && isKnown(text),
  word: (text) => nameWord.test(text),
};

/** How many of the values look like a thing, as a share of those that are not empty; `count` of them there are. */
export type Looks = { count: number; shareOf: (look: Look) => number };

export function looksOf(values: readonly string[]): Looks {
  const said = values.map((value) => value.trim()).filter(Boolean);
  const shareOf = (look: Look) =>
    said.length === 0 ? 0 : said.filter((value) => tests[look](value)).length / said.length;
  return { count: said.length, shareOf };
}

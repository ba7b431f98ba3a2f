import { isWithinOneEdit } from '../../search/one-edit.ts';
import { type AliasIndex, aliasesOf, isAliasOfAny } from './alias-index.ts';
import { foldHeader } from './header.ts';
import type { ImportKind } from './import-fields.ts';
import {
  fillerWords,
  gluedPlaces,
  isAddressWord,
  type Place,
  placeNamedBy,
  placeOfWord,
} from './qualifiers.ts';
import { isSetAside } from './set-aside.ts';
import { wordsOfKind } from './terms-of-kind.ts';

/** What a header says: a field, and which of several it is. */
export type Reading = {
  field: string;
  confidence: number;
  place?: Place | undefined;
  number?: number | undefined;
};
/** `aside`: it says that the column is of nothing that a record has, whatever its values look like. */
export type HeaderReading = Reading | 'aside' | undefined;

const isNumber = (word: string) => /^[1-9]$/.test(word);
const isPlace = (word: string) => placeOfWord.has(word);

function placeIn(words: readonly string[]): Place | undefined {
  const places = words.flatMap((word) => placeNamedBy(word) ?? []);
  return places.find((place) => place !== 'main') ?? places[0];
}

type Leaving = { without: (word: string) => boolean; confidence: number };
/** What may be left out of a header to find an alias, from the surest on. */
const leavings = (ofKind: ReadonlySet<string>): readonly Leaving[] => {
  const either =
    (...tests: ((word: string) => boolean)[]) =>
    (word: string) =>
      tests.some((test) => test(word));
  const isOfKind = (word: string) => ofKind.has(word);
  const isFiller = (word: string) => fillerWords.has(word);
  return [
    { without: isNumber, confidence: 0.97 },
    { without: either(isNumber, isOfKind), confidence: 0.96 },
    { without: either(isNumber, isPlace), confidence: 0.95 },
    { without: either(isNumber, isPlace, isOfKind), confidence: 0.92 },
    { without: either(isNumber, isPlace, isFiller), confidence: 0.9 },
    { without: either(isNumber, isPlace, isFiller, isOfKind), confidence: 0.85 },
    { without: either(isNumber, isPlace, isFiller, isAddressWord), confidence: 0.85 },
  ];
};

const placed = /^(?:address|phone|email|fax|website|\?name|contact|company)/;
/** Something of the company's is the contact's where both have it, an address or a phone, and nothing else. */
const isOfAnother = ({ field, place }: Reading, kind: ImportKind) =>
  place === 'company' && kind !== 'company' && !placed.test(field);

/** `Work Address 2` is a second line; `Address 2 - Street` is of a second address. */
function asLine(reading: Reading, words: readonly string[]): Reading {
  if (reading.field !== 'address.street' || !isNumber(words.at(-1) ?? '')) return reading;
  const { number, ...rest } = reading;
  return number === 2 ? { ...rest, field: 'address.street2' } : rest;
}

function byParts(words: readonly string[], kind: ImportKind, index: AliasIndex): Reading | undefined {
  const number = words.find(isNumber);
  for (const { without, confidence } of leavings(new Set(wordsOfKind[kind]))) {
    const rest = words.filter((word) => !without(word));
    const field = index.get(rest.join(' '));
    if (!field) continue;
    const place = placeIn(words.filter((word) => !rest.includes(word)));
    const reading = { field, confidence, place, ...(number && { number: Number(number) }) };
    if (!isOfAnother(reading, kind)) return asLine(reading, words);
  }
  return undefined;
}

/** `Company/Organization`: what stands beside a stroke is another word for it, or nothing that is known. */
function byAlternatives(header: string, index: AliasIndex): Reading | undefined {
  const sides = header.split(/[/|]/).map(foldHeader);
  const fields = new Set(sides.flatMap((side) => index.get(side) ?? []));
  const [field] = fields;
  return sides.length > 1 && field && fields.size === 1 ? { field, confidence: 0.85 } : undefined;
}

/** A column of a place alone is of phones, as in a list of numbers: `Home`, `Work`. */
function byPlaceAlone(words: readonly string[], index: AliasIndex): Reading | undefined {
  const places = new Set(words.map((word) => placeOfWord.get(word)));
  const [place] = places;
  const isOne = places.size === 1 && (place === 'work' || place === 'home');
  return isOne && index.get('phone') === 'phone' ? { field: 'phone', place, confidence: 0.6 } : undefined;
}

/** A header with a place before the thing, without a space: in Chinese and Japanese, and in German's compounds. */
function byGluedPlace(header: string, kind: ImportKind, index: AliasIndex): Reading | undefined {
  for (const [word, place] of gluedPlaces) {
    const field = header.startsWith(word) && index.get(header.slice(word.length).trim());
    const reading = field && { field, place, confidence: 0.95 };
    if (reading && !isOfAnother(reading, kind)) return reading;
  }
  return undefined;
}

const leastToMistype = 5;
const mostApart = 3; // a letter, and spaces
const together = (words: string) => words.replaceAll(' ', '');
/** A slip of the pen; what is a word of another field is none. */
function byOneEdit(header: string, index: AliasIndex): Reading | undefined {
  const written = together(header);
  if (written.length < leastToMistype || isAliasOfAny(header)) return undefined;
  for (const [alias, field] of index) {
    const isNear = Math.abs(alias.length - header.length) <= mostApart && alias.length >= leastToMistype;
    if (isNear && isWithinOneEdit(written, together(alias))) return { field, confidence: 0.8 };
  }
  return undefined;
}

const isEastern = (text: string) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text);
const holds = (header: string, alias: string) =>
  isEastern(alias) ? alias.length > 1 && header.includes(alias) : ` ${header} `.includes(` ${alias} `);
const isReference = / ids?$/;
/** The longest alias that is in the header, where it is a good part of it. */
function byContainment(header: string, kind: ImportKind, index: AliasIndex): Reading | undefined {
  if (isReference.test(header)) return undefined;
  let longest: [string, string] | undefined;
  for (const entry of index)
    if (entry[0].length > (longest?.[0].length ?? 2) && holds(header, entry[0])) longest = entry;
  if (!longest) return undefined;
  const share = longest[0].length / header.length;
  const place = placeIn(header.split(' '));
  const reading = { field: longest[1], confidence: 0.4 + 0.3 * share, place };
  return share <= 0.5 || isOfAnother(reading, kind) ? undefined : reading;
}

/** `Phone 2 - Type` says of what kind the second phone is; any other type is of nothing. */
function typeOfPhone(words: readonly string[], index: AliasIndex): Reading | undefined {
  const field = index.get(words.filter((word) => !isNumber(word)).join(' '));
  const number = words.find(isNumber);
  return field === 'phone.type' && number ? { field, number: Number(number), confidence: 0.97 } : undefined;
}

/** What a header means for a kind of record. */
export function readHeader(header: string, kind: ImportKind): HeaderReading {
  const folded = foldHeader(header);
  const index = aliasesOf(kind);
  const whole = index.get(folded);
  if (whole) return { field: whole, confidence: 1 };
  const words = folded.split(' ');
  if (isSetAside(folded)) return typeOfPhone(words, index) ?? 'aside';
  return (
    byParts(words, kind, index) ??
    byGluedPlace(folded, kind, index) ??
    byAlternatives(header, index) ??
    byPlaceAlone(words, index) ??
    byOneEdit(folded, index) ??
    byContainment(folded, kind, index)
  );
}

import type { ImportKind } from './import-fields.ts';
import { importFields } from './import-fields.ts';
import type { Place } from './qualifiers.ts';
import type { Reading } from './read-header.ts';
import type { Candidate } from './settle.ts';

const rankOfPlace: Record<Place, number> = {
  main: 0,
  work: 1,
  company: 2,
  billing: 3,
  home: 4,
  shipping: 5,
  other: 6,
};
/** What is nobody's in particular and the main one stand first, the second behind the first. */
const rankOf = ({ place, number = 1 }: Reading) => (place ? rankOfPlace[place] : 0) + (number - 1) * 10;
/** A guess stands behind what is known. */
const trust = ({ confidence }: Reading) => (confidence >= 0.7 ? 0 : 1);
const byRank = (a: Candidate, b: Candidate) =>
  trust(a.reading) - trust(b.reading) || rankOf(a.reading) - rankOf(b.reading) || a.column - b.column;
const byConfidence = (a: Candidate, b: Candidate) =>
  b.reading.confidence - a.reading.confidence || rankOf(a.reading) - rankOf(b.reading) || a.column - b.column;

const phonePlaces: Partial<Record<Place, string>> = {
  work: 'phone.work',
  company: 'phone.work',
  home: 'phone.home',
};
const numbered = (name: string) => [name, ...[2, 3, 4, 5, 6, 7].map((n) => `${name}${n}`)];

/** The fields that a column may have, the fitting first. */
function fieldsFor({ field, place }: Reading): string[] {
  if (field === 'phone.fax') return [field];
  if (field.startsWith('phone')) {
    const own = field === 'phone' ? place && phonePlaces[place] : field;
    return [...(own ? [own] : []), ...numbered('phone')];
  }
  return field === 'email' ? numbered('email') : [field];
}

const isAddress = ({ field }: Reading) => field.startsWith('address.');
const groupOf = ({ place, number }: Reading) => `${place === 'main' || !place ? '' : place}${number ?? ''}`;
const partOf = ({ reading }: Candidate) => reading.field.slice('address'.length);
/** `Home Address` beside `Home Street` is the whole address in one. */
const isWhole = ({ header }: Candidate) =>
  /addr|adres|direcci|indirizz|endere/i.test(header) && !/street/i.test(header);
const byRankAndPart = (a: Candidate, b: Candidate) =>
  trust(a.reading) - trust(b.reading) ||
  rankOf(a.reading) - rankOf(b.reading) ||
  Number(isWhole(a)) - Number(isWhole(b)) ||
  a.column - b.column;

/** Columns by the address that they are of, the one that stands first before others; those of no place join the next where no part is in both. */
function addressesOf(candidates: readonly Candidate[]): Candidate[][] {
  const sorted = candidates.toSorted(byRankAndPart);
  const { '': placeless = [], ...others } = Object.groupBy(sorted, ({ reading }) => groupOf(reading));
  const [first = [], ...rest] = Object.values(others).flatMap((one) => (one ? [one] : []));
  const parts = new Set(first.map(partOf));
  const joins = placeless.every((one) => !parts.has(partOf(one)));
  const apart = placeless.length > 1 ? [placeless, first] : [first, placeless]; // a stray part is no first address
  const all = joins ? [[...placeless, ...first], ...rest] : [...apart, ...rest];
  return all.filter((one) => one.length > 0);
}

/** The first two addresses, each part once. */
function placeAddresses(candidates: readonly Candidate[], taken: Map<string, Candidate>): void {
  for (const [i, columns] of addressesOf(candidates).slice(0, 2).entries())
    for (const one of columns.toReversed())
      taken.set(`${i === 0 ? 'address' : 'address2'}${partOf(one)}`, one);
}

const isType = ({ field }: Reading) => field === 'phone.type';
/** What says of which kind a phone is goes with the phone of its number. */
function placeTypes(candidates: readonly Candidate[], taken: Map<string, Candidate>): void {
  const phones = [...taken].filter(([field]) => /^phone\d?$/.test(field));
  for (const candidate of candidates.filter(({ reading }) => isType(reading))) {
    const { number = 1 } = candidate.reading;
    const phone = phones.find(([, { reading }]) => (reading.number ?? 1) === number)?.[0];
    if (phone && !taken.has(`${phone}.type`)) taken.set(`${phone}.type`, candidate);
  }
}

/** Which column gives which field: each field once, the best column first, others to the next number or to none. */
export function placeColumns(candidates: readonly Candidate[], kind: ImportKind): Map<string, Candidate> {
  const known = new Set(importFields(kind).map(({ name }) => name));
  const taken = new Map<string, Candidate>();
  const isList = ({ field }: Reading) => field.startsWith('phone') || field === 'email';
  const place = (candidate: Candidate) => {
    const field = fieldsFor(candidate.reading).find(
      (name) => (known.has(name) || name.startsWith('custom.')) && !taken.has(name),
    );
    if (field) taken.set(field, candidate);
  };
  placeAddresses(
    candidates.filter(({ reading }) => isAddress(reading)),
    taken,
  );
  const others = candidates.filter(({ reading }) => !isAddress(reading) && !isType(reading));
  for (const one of others.filter(({ reading }) => isList(reading)).toSorted(byRank)) place(one);
  for (const one of others.filter(({ reading }) => !isList(reading)).toSorted(byConfidence)) place(one);
  placeTypes(candidates, taken);
  return taken;
}

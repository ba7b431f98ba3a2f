import { clip } from '../core/text.ts';
import type { AddressFact } from './address-fact.ts';
import type { BirthdayFact } from './birthday-fact.ts';
import type { EmailFact } from './email-fact.ts';
import type { MatchFacts } from './facts.ts';

/** The most keys that a record has: as many items are written beside it, and as many queries find whom to compare it with. */
export const mostKeys = 24;
/**
 * A key that more records share than this is not followed: it says that something is common (a switchboard, the first of
 * January), not who is meant, and the cost of a write stays bounded.
 */
export const mostSharing = 100;

const most = { emails: 4, phones: 4, addresses: 2, domains: 4 };
const fewestOfLocal = 6; // of an address before the @: a shorter one is a first name

function emailKeys({ address, local, letters, isShared }: EmailFact): string[] {
  if (isShared) return [];
  const elsewhere = local.length >= fewestOfLocal ? [`el:${local}`] : [];
  return [`e:${address}`, ...elsewhere, `es:${letters}`];
}

/** A key of parts that are all known. */
const keyOf = (kind: string, ...parts: (string | undefined)[]): string[] =>
  parts.every(Boolean) ? [`${kind}:${parts.join('|')}`] : [];

/** The day, its parts in order, so that a day and a month in each other's place are the same. */
const dayOf = ({ month, day }: BirthdayFact): string => [month, day].sort().join('-');

const soundsOf = ({ firstName, lastName }: MatchFacts): string[] =>
  [firstName, lastName].flatMap((name) => (name ? [name.sound] : [])).sort();

function birthdayKeys(facts: MatchFacts): string[] {
  const { birthday } = facts;
  if (birthday?.year === undefined) return [];
  const { year, month } = birthday;
  const ofMonth = soundsOf(facts).map((sound) => `bm:${sound}|${year}-${month}`);
  return [`b:${year}-${dayOf(birthday)}`, ...ofMonth];
}

/** How both names sound, in order, so that names in each other's place are the same. */
function nameKeys(facts: MatchFacts): string[] {
  const sounds = soundsOf(facts);
  return sounds.length < 2 ? [] : [`n:${sounds.join('+')}`];
}

function addressKeys(facts: MatchFacts, address: AddressFact): string[] {
  const { postalCode, number, streetSound: street, city } = address;
  const names = facts.kind === 'contact' ? soundsOf(facts) : [facts.company?.sound];
  return [
    ...names.flatMap((name) => keyOf('np', name, postalCode)),
    ...(postalCode ? [] : names.flatMap((name) => keyOf('nt', name, city?.sound))),
    ...keyOf('s', street, number),
    ...names.flatMap((name) => keyOf('ns', name, street)),
    ...keyOf('sp', street, postalCode),
    ...keyOf('sc', street, city?.sound),
    ...keyOf('ac', city?.sound, number),
  ];
}

const companyKeys = ({ company, domains }: MatchFacts): string[] => [
  ...domains.slice(0, most.domains).map((domain) => `d:${domain}`),
  ...keyOf('cn', company?.text),
  ...keyOf('cs', company?.sound),
];

/** A family name at an employer, by the employer's name and by the domain of an address there. */
function employeeKeys({ lastName, company, emails }: MatchFacts): string[] {
  const domains = emails.filter(({ isPublic }) => !isPublic).slice(0, most.domains);
  return [
    ...keyOf('nc', lastName?.sound, company?.sound),
    ...domains.flatMap(({ domain }) => keyOf('nd', lastName?.sound, domain)),
  ];
}

const mostLetters = 200;
/** `#` parts a key of the table, and so stands in none. */
const fitting = (key: string): string => clip(key.replaceAll('#', ''), mostLetters);

/**
 * The keys of a record: two records are compared where they have one in common. The surest stand first, where there are more
 * than `mostKeys`. None is a name or a place alone, which would be shared by ever more records.
 */
export function matchKeys(facts: MatchFacts): string[] {
  const keys = [
    ...facts.emails.slice(0, most.emails).flatMap(emailKeys),
    ...facts.phones.slice(0, most.phones).map((phone) => `p:${phone}`),
    ...[...facts.custom].map(([key, value]) => `c:${key}:${value}`),
    ...(facts.kind === 'company' ? companyKeys(facts) : employeeKeys(facts)),
    ...birthdayKeys(facts),
    ...nameKeys(facts),
    ...facts.addresses.slice(0, most.addresses).flatMap((address) => addressKeys(facts, address)),
  ];
  return [...new Set(keys.map(fitting))].slice(0, mostKeys);
}

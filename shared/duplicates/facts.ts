import type { Company } from '../companies/company.ts';
import type { Contact } from '../contacts/contact.ts';
import { wordsIn } from '../search/fold.ts';
import { type AddressFact, addressFact } from './address-fact.ts';
import { type BirthdayFact, birthdayFact } from './birthday-fact.ts';
import { type EmailFact, emailFact } from './email-fact.ts';
import { companyNameFact, type NameFact, nameFact } from './name-fact.ts';

/** What of a contact or a company is compared, folded once: accents, case and punctuation make no difference. */
export type MatchFacts = {
  kind: 'contact' | 'company';
  firstName?: NameFact | undefined;
  lastName?: NameFact | undefined;
  emails: readonly EmailFact[];
  /** E.164. */
  phones: readonly string[];
  birthday?: BirthdayFact | undefined;
  /** The name of the company, or of where a contact works. */
  company?: NameFact | undefined;
  domains: readonly string[];
  addresses: readonly AddressFact[];
  /** Custom fields that tell who is meant, by key. */
  custom: ReadonlyMap<string, string>;
};

type Custom = Contact['custom'];
const folded = (value: Custom[string]): string =>
  wordsIn(typeof value === 'object' ? '' : String(value))
    .map((word) => word.folded)
    .join('');

function customFacts(custom: Custom, matching: readonly string[]): Map<string, string> {
  const values = [...matching].sort().map((key) => [key, folded(custom[key] ?? '')] as const);
  return new Map(values.filter(([, value]) => value));
}

/** `matching`: the keys of custom fields that tell who is meant, without being unique. */
export const contactFacts = (contact: Contact, matching: readonly string[] = []): MatchFacts => ({
  kind: 'contact',
  firstName: nameFact(contact.firstName),
  lastName: nameFact(contact.lastName),
  emails: contact.emails.map(({ key }) => emailFact(key)),
  phones: contact.phones.map(({ number }) => number),
  birthday: birthdayFact(contact.birthday),
  company: companyNameFact(contact.company),
  domains: [],
  addresses: contact.addresses.map(addressFact),
  custom: customFacts(contact.custom, matching),
});

const hostOf = (website: string | undefined): string[] =>
  website ? [new URL(website).hostname.replace(/^www\./, '')] : [];

/** `matching` as for contacts. */
export const companyFacts = (company: Company, matching: readonly string[] = []): MatchFacts => ({
  kind: 'company',
  emails: [],
  phones: company.phones.map(({ number }) => number),
  company: companyNameFact(company.name),
  domains: [...new Set([...company.domains, ...hostOf(company.website)])],
  addresses: company.addresses.map(addressFact),
  custom: customFacts(company.custom, matching),
});

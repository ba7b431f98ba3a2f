import type { Contact } from '../contacts/contact.ts';
import { clip } from '../core/text.ts';

/** What a template may name. All are words that people typed; none is ever run. */
export const mergeFields = [
  'contact.firstName',
  'contact.lastName',
  'contact.company',
  'contact.email',
  'deal.name',
  'form.name',
  'workspace.name',
  'owner.name',
  'rating.links',
] as const;
export type MergeField = (typeof mergeFields)[number];
/** More than a line: it is ours, its HTML is safe as it stands, and it is put in whole. */
export type MergeBlock = { text: string; html: string };
export type MergeValues = Partial<Record<Exclude<MergeField, 'rating.links'>, string | undefined>> & {
  'rating.links'?: MergeBlock | undefined;
};

const names = new Set<string>(mergeFields);
export const isMergeField = (name: string): name is MergeField => names.has(name);

const mostValueLength = 100;
const control = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;
const address = /:\/\/|\bwww\.|\b[\w-]+\.[a-z]{2,}\/|@/i;
const host = /[\p{L}\d-]\.\p{L}{2,}/u;
/** What a stranger says of themself in a form, and may be no name at all. */
const personal = new Set<MergeField>(['contact.firstName', 'contact.lastName', 'contact.company']);
const isCompany = (field: MergeField) => field === 'contact.company';

/**
 * A value as it may stand in a mail: one line, at most 100 characters. A "name" that is a web address is left out, because
 * anybody can put anybody's e-mail address into a public form, and the company's mail must not carry a stranger's link
 * to them. A company may be called like its domain, but have no path.
 */
export function mergeValue(field: MergeField, value: string | undefined): string {
  const line = (value ?? '').replace(control, ' ').replace(/\s+/g, ' ').trim();
  const isLink = address.test(line) || (!isCompany(field) && host.test(line));
  if (personal.has(field) && isLink) return '';
  return field === 'contact.email' ? line : clip(line, mostValueLength).trim();
}

type Named = Pick<Contact, 'firstName' | 'lastName' | 'company'>;
/** What a contact says for a template; the address is the one that the mail goes to. */
export const contactValues = ({ firstName, lastName, company }: Named, email: string): MergeValues => ({
  'contact.firstName': firstName,
  'contact.lastName': lastName,
  'contact.company': company,
  'contact.email': email,
});

/** For a preview without a contact. */
export const exampleValues: MergeValues = {
  'contact.firstName': 'Ada',
  'contact.lastName': 'Lovelace',
  'contact.company': 'Analytical Engines',
  'contact.email': 'ada@engines.example',
  'deal.name': 'Difference engine',
  'form.name': 'Contact us',
  'workspace.name': 'Example Ltd',
  'owner.name': 'Charles Babbage',
  'rating.links': {
    text: 'Good: https://example.com/good\nBad: https://example.com/bad',
    html: '<p><a href="https://example.com/good">Good</a> · <a href="https://example.com/bad">Bad</a></p>',
  },
};

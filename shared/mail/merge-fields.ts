import type { Contact } from '../contacts/contact.ts';
import { clip } from '../core/text.ts';
import { type CustomFields, CustomName, type CustomValue } from '../fields/custom.ts';
import { mergeFields } from './merge-field-names.ts';

const customOf = ['contact', 'deal'] as const;
type CustomField = `${(typeof customOf)[number]}.custom.${string}`;
export type MergeField = (typeof mergeFields)[number] | CustomField;
/** More than a line: it is ours, its HTML is safe as it stands, and it is put in whole. */
export type MergeBlock = { text: string; html: string };
export type MergeValues = Partial<Record<Exclude<MergeField, 'rating.links'>, string | undefined>> & {
  'rating.links'?: MergeBlock | undefined;
};

const names = new Set<string>(mergeFields);
const isCustom = (name: string): name is CustomField => {
  const [of = '', custom, key, ...more] = name.split('.');
  const isOfOne = customOf.some((one) => one === of) && custom === 'custom' && more.length === 0;
  return isOfOne && CustomName.safeParse(key).success;
};
/** One of the list, or a custom field by its key: `contact.custom.plan`. */
export const isMergeField = (name: string): name is MergeField => names.has(name) || isCustom(name);

const mostValueLength = 100;
const control = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;
const address = /:\/\/|\bwww\.|\b[\w-]+\.[a-z]{2,}\/|@/i;
const host = /[\p{L}\d-]\.\p{L}{2,}/u;
/** What a stranger says of themself in a form, and may be no name at all. */
const personal = new Set<MergeField>([
  'contact.firstName',
  'contact.lastName',
  'contact.jobTitle',
  'contact.company',
]);
const isOfContact = (field: MergeField) => personal.has(field) || field.startsWith('contact.custom.');
/** May be called like a domain, or hold a number like 1.5k. */
const mayHaveDot = (field: MergeField) => field === 'contact.company' || field.startsWith('contact.custom.');

/**
 * A value as it may stand in a mail: one line, at most 100 characters. A "name" that is a web address is left out, because
 * anybody can put anybody's e-mail address into a public form, and the company's mail must not carry a stranger's link
 * to them. A company may be called like its domain, but have no path.
 */
export function mergeValue(field: MergeField, value: string | undefined): string {
  const line = (value ?? '').replace(control, ' ').replace(/\s+/g, ' ').trim();
  const isLink = address.test(line) || (!mayHaveDot(field) && host.test(line));
  if (isOfContact(field) && isLink) return '';
  return field === 'contact.email' ? line : clip(line, mostValueLength).trim();
}

/** An amount as people of a language (BCP 47) write it; English where it is not known. */
export const amountText = (cents: number, currency: string, language = 'en') =>
  new Intl.NumberFormat([language, 'en'], {
    style: 'currency',
    currency,
    ...(cents % 100 === 0 && { maximumFractionDigits: 0 }),
  }).format(cents / 100);

function customText(value: CustomValue, language: string | undefined): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object') return amountText(value.amountCents, value.currency, language);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
export const customValues = (
  of: (typeof customOf)[number],
  custom: CustomFields = {},
  language?: string,
): MergeValues =>
  Object.fromEntries(
    Object.entries(custom).map(([key, value]) => [`${of}.custom.${key}`, customText(value, language)]),
  );

type Named = Partial<
  Pick<Contact, 'firstName' | 'lastName' | 'company' | 'jobTitle' | 'custom' | 'language'>
>;
/** What a contact says for a template; the address is the one that the mail goes to. */
export const contactValues = (
  { firstName, lastName, company, jobTitle, custom, language }: Named,
  email: string,
): MergeValues => ({
  'contact.firstName': firstName,
  'contact.lastName': lastName,
  'contact.jobTitle': jobTitle,
  'contact.company': company,
  'contact.email': email,
  ...customValues('contact', custom, language),
});

const examples: MergeValues = {
  'contact.firstName': 'Ada',
  'contact.lastName': 'Lovelace',
  'contact.jobTitle': 'Programmer',
  'contact.company': 'Analytical Engines',
  'contact.email': 'ada@engines.example',
  'deal.name': 'Difference engine',
  'deal.amount': '€17,000',
  'deal.stage': 'Proposal',
  'form.name': 'Contact us',
  'workspace.name': 'Example Ltd',
  'owner.name': 'Charles Babbage',
  'sender.name': 'Charles Babbage',
  'rating.links': {
    text: 'Good: https://example.com/good\nBad: https://example.com/bad',
    html: '<p><a href="https://example.com/good">Good</a> · <a href="https://example.com/bad">Bad</a></p>',
  },
};
/** For a preview of what is not about somebody: of no contact, of no deal. A custom field's example is its key. */
export function exampleValuesFor(
  fields: readonly MergeField[],
  without: { contact: boolean; deal: boolean },
): MergeValues {
  const isExample = (field: string) => {
    if (field.startsWith('deal.')) return without.deal;
    return without.contact || !(field.startsWith('contact.') || field === 'owner.name');
  };
  const shown = fields.filter(isExample);
  const known = Object.entries(examples).filter(([name]) => shown.some((field) => field === name));
  const custom = shown.filter(isCustom).map((field) => [field, field.split('.').at(-1)]);
  return { ...Object.fromEntries(custom), ...Object.fromEntries(known) } as MergeValues;
}

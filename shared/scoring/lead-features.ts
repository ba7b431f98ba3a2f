import type { Did } from '../activities/behaviour.ts';
import { behaviours } from '../activities/behaviours.ts';
import type { Contact } from '../contacts/contact.ts';
import type { CustomValue } from '../fields/custom.ts';
import type { Row } from '../learning/binning.ts';
import { mailKind } from './free-mail.ts';

const mostText = 60;
const mostWords = 6;
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}/.test(text);
/** A text that may be one of a few: what goes on for long, and a day, are of one contact alone. */
function word(text: string | undefined): string | undefined {
  const trimmed = text?.trim().toLowerCase();
  if (!trimmed || trimmed.length > mostText || isDay(trimmed)) return undefined;
  return trimmed.split(/\s+/).length > mostWords ? undefined : trimmed;
}
function customFeature(value: CustomValue): Row[string] {
  if (typeof value === 'string') return word(value);
  if (Array.isArray(value)) return word(value.toSorted().join(', '));
  return typeof value === 'object' ? value.amountCents : value;
}
/** The host of an address, or its path; nothing of what is none. */
function partOf(url: string | undefined, part: 'host' | 'pathname'): string | undefined {
  return url && URL.canParse(url) ? word(new URL(url)[part]) : undefined;
}

const dayMs = 86_400_000;
function behaviourFeatures(did: readonly Did[], now: string): Row {
  const past = did.filter(([, at]) => at <= now);
  const counts = behaviours.map((what) => [`did.${what}`, past.filter(([one]) => one === what).length]);
  const last = past
    .map(([, at]) => at)
    .toSorted()
    .at(-1);
  return {
    ...Object.fromEntries(counts),
    'did.daysAgo': last === undefined ? undefined : Math.floor((Date.parse(now) - Date.parse(last)) / dayMs),
  };
}

function sourceFeatures({ source }: Contact): Row {
  const utm = Object.entries(source?.utm ?? {}).map(([name, value]) => [`source.utm.${name}`, word(value)]);
  return {
    'source.kind': source?.kind,
    'source.id': source?.id,
    'source.referrer': partOf(source?.referrer, 'host'),
    'source.pageUrl': partOf(source?.pageUrl, 'pathname'),
    ...Object.fromEntries(utm.slice(0, 5)),
  };
}
const customFeatures = ({ custom }: Contact): Row =>
  Object.fromEntries(Object.entries(custom).map(([key, value]) => [`custom.${key}`, customFeature(value)]));

const counted = ['firstName', 'lastName', 'company', 'jobTitle', 'birthday', 'language', 'timeZone'] as const;
function filled(contact: Contact): number {
  const lists = [contact.emails, contact.phones, contact.addresses, contact.socialProfiles];
  return (
    counted.filter((name) => contact[name] !== undefined).length +
    lists.filter(({ length }) => length > 0).length
  );
}

/** Everything that was written is a feature of the field's own name, so that what roles hide of a contact is known of a feature too. */
export function leadFeatures(contact: Contact, did: readonly Did[], now: string): Row {
  const { jobTitle, company, phones, addresses, language, timeZone } = contact;
  const all: Row = {
    emails: mailKind(contact),
    phones: phones.length > 0,
    company: company !== undefined,
    jobTitle: word(jobTitle),
    'addresses.country': addresses[0]?.country,
    language,
    timeZone,
    filled: filled(contact),
    ...sourceFeatures(contact),
    ...customFeatures(contact),
    ...behaviourFeatures(did, now),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Features whose value says that nothing is known: of these it tells nothing that one came late. */
const alwaysKnown = /^(did\.|filled$|phones$|company$|source\.kind$|emails$)/;
/** What is known of a contact only since its outcome is, or was not before. */
export const knownSince = (before: Row, now: Row): string[] =>
  Object.keys(now).filter((name) => before[name] === undefined && !alwaysKnown.test(name));

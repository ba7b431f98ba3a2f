import type { Contact } from '../contacts/contact.ts';
import { endings } from '../imports/cleaning/mail-domains.ts';
import { mailTypo } from '../imports/cleaning/mail-typo.ts';
import { nameCase } from '../imports/cleaning/name-case.ts';
import type { Around, Finding, Found } from './finding.ts';
import { isNoName, unowned } from './findings.ts';

const dayMs = 86_400_000;
const staleDays = 365;
/** A lead that is touched has its turn moved once in so many days at most: each move is a write. */
const stepDays = 30;
const oldestYears = 110;

/**
 * When a lead is stale: a year after anything last happened with them (after they came, where nothing did), rounded up to whole
 * steps of 30 days from when they came. ISO 8601 UTC.
 */
export function staleAt({ createdAt }: Pick<Contact, 'createdAt'>, lastActivityAt = createdAt): string {
  const began = Date.parse(createdAt);
  const days = Math.max(0, Date.parse(lastActivityAt) - began) / dayMs + staleDays;
  return new Date(began + Math.ceil(days / stepDays) * stepDays * dayMs).toISOString();
}

type Email = Contact['emails'][number];
const given = ({ address, label }: Email) => ({ address, ...(label && { label }) });

/** What nobody else is called, so that one letter off is a slip: a firm may be at `mail.de`, `bol.com` or `key.com`. */
const coined = new Set(
  'gmail googlemail yahoo hotmail outlook icloud rocketmail protonmail tutanota fastmail btinternet comcast sbcglobal bellsouth earthlink optonline wanadoo laposte t-online freenet bigpond optusnet virginmedia talktalk ntlworld sympatico telefonica bluewin seznam rambler hanmail docomo rediffmail'.split(
    ' ',
  ),
);
const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
const ownLabel = (domain: string) => domain.slice(0, domain.indexOf('.'));
const sureEnough = 0.8;
/** The address that was surely meant; the same where it may well be right. An ending that is none is a slip at any domain. */
function meant(address: string): string {
  const typo = mailTypo(address);
  if (!typo || typo.confidence < sureEnough) return address;
  const ending = domainOf(address).split('.').at(-1) ?? '';
  return coined.has(ownLabel(domainOf(typo.to))) || Object.hasOwn(endings, ending) ? typo.to : address;
}

function ofEmails(emails: Email[]): Finding[] {
  const mended = emails.map((email) => ({ ...email, address: meant(email.address) }));
  const isMistyped = mended.some(({ address }, i) => address !== emails[i]?.address);
  const kept = emails.filter(({ bouncedAt }) => bouncedAt === undefined);
  const fields = ['emails'];
  return [
    ...(isMistyped ? [{ check: 'mistyped' as const, fields, repair: { emails: mended.map(given) } }] : []),
    ...(kept.length < emails.length
      ? [{ check: 'bounced' as const, fields, repair: { emails: kept.map(given) } }]
      : []),
  ];
}

/** A day of birth after the record was last written, or of nobody who lives. */
function isUnlikelyBirth(birthday: string, updatedAt: string): boolean {
  if (!/^\d/.test(birthday)) return false; // of no known year
  const age = Number(updatedAt.slice(0, 4)) - Number(birthday.slice(0, 4));
  return birthday > updatedAt.slice(0, 10) || age > oldestYears;
}

function ofBirthday({ birthday, updatedAt }: Contact): Finding[] {
  if (!birthday || !isUnlikelyBirth(birthday, updatedAt)) return [];
  return [{ check: 'unlikely', fields: ['birthday'], repair: { birthday: null } }];
}

const parts = { firstName: 'other', lastName: 'family' } as const;
const names = ['firstName', 'lastName'] as const;
function ofNames(contact: Contact): Finding[] {
  if (!contact.firstName && !contact.lastName) return [{ check: 'unnamed', fields: [...names] }];
  return names.flatMap((field): Finding[] => {
    const name = contact[field];
    if (!name) return [];
    if (isNoName(name)) return [{ check: 'unlikely', fields: [field] }];
    const cased = nameCase(name, parts[field]);
    return cased === name ? [] : [{ check: 'miswritten', fields: [field], repair: { [field]: cased } }];
  });
}

export function contactFindings(contact: Contact, { now, lastActivityAt }: Around): Found {
  const { lifecycle, emails = [], phones = [] } = contact;
  const turn = lifecycle === 'lead' ? staleAt(contact, lastActivityAt) : undefined;
  const isStale = turn !== undefined && turn <= now;
  const stale: Finding = { check: 'stale', fields: ['lifecycle'], repair: { lifecycle: 'former' } };
  const unreachable: Finding = { check: 'unreachable', fields: ['emails', 'phones'] };
  return {
    findings: [
      ...(isStale ? [stale] : []),
      ...(emails.length + phones.length === 0 ? [unreachable] : []),
      ...ofNames(contact),
      ...ofEmails(emails),
      ...ofBirthday(contact),
      ...unowned(contact),
    ],
    ...(!isStale && { turnsAt: turn }),
  };
}

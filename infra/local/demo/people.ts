import { faker } from '@faker-js/faker/locale/de';
import {
  type Contact,
  createContact,
  NewContact,
  patchContact,
  type Source,
} from '../../../shared/contacts/contact.ts';
import type { Context } from '../../../shared/core/actor.ts';
import { asForm, asUser, chance, idFor, oneOf, someDays, workingMoment } from './dice.ts';
import { contactFormId, salesMailboxId } from './fixed.ts';
import { demoUsers } from './users.ts';
import { type Step, step } from './write.ts';

const userAt = (word: string) => demoUsers.find(({ email }) => email === `${word}@acme.test`)?.sub ?? '';
const reps = [userAt('rep'), userAt('rep2')];
export const manager = userAt('manager');

export type Person = {
  contact: Contact;
  company: Company;
  createdAt: string;
  /** What the sales people make of them, when it is known. */
  becomes: (lifecycle: Contact['lifecycle'], at: string) => void;
  steps: Step[];
};
type Company = { name: string; domain: string; city: string };

const titles = [
  'Managing Director',
  'Head of Logistics',
  'Warehouse Manager',
  'Purchasing Manager',
  'Operations Lead',
  'Facility Manager',
  'Finance Director',
  'Plant Manager',
  'Project Engineer',
  'Office Manager',
]; // prettier-ignore
const folding = { plusTag: true, gmailDots: true };
const latin: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => latin[letter] ?? '')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

export function makeCompanies(count: number): Company[] {
  const all = new Map<string, Company>();
  while (all.size < count) {
    const family = faker.person.lastName();
    const name = `${family} ${oneOf(['Logistik', 'Lebensmittel', 'Maschinenbau', 'Handel', 'Textil', 'Pharma', 'Möbel'])} ${oneOf(['GmbH', 'GmbH', 'AG', 'KG', 'SE'])}`;
    all.set(slug(family), { name, domain: `${slug(family)}.example`, city: faker.location.city() });
  }
  return [...all.values()];
}

const campaigns = ['warehouse-autumn', 'fair-2026', 'racking-guide'];
function sourceOf(): { source: Source; tags: string[] } {
  const roll = faker.number.float();
  const page = oneOf(['racking', 'mezzanine', 'contact', 'inspection']);
  const utm = chance(0.5) ? { source: oneOf(['google', 'linkedin']), campaign: oneOf(campaigns) } : undefined;
  if (roll < 0.35) {
    return {
      source: {
        kind: 'form',
        id: contactFormId,
        pageUrl: `https://www.acme.test/${page}`,
        ...(utm && { utm }),
      },
      tags: ['website'],
    };
  }
  if (roll < 0.55) return { source: { kind: 'mail', id: salesMailboxId }, tags: ['mail'] };
  return { source: { kind: 'demo' }, tags: chance(0.4) ? ['fair-2026'] : [] };
}

function given(company: Company, taken: Set<string>) {
  const [firstName, lastName] = [faker.person.firstName(), faker.person.lastName()];
  const local = `${slug(firstName)}.${slug(lastName)}`;
  const address = taken.has(`${local}@${company.domain}`)
    ? `${local}${taken.size}@${company.domain}`
    : `${local}@${company.domain}`;
  taken.add(address);
  const desk = `+4930${faker.string.numeric({ length: 7, allowLeadingZeros: false })}`;
  const mobile = `+49171${faker.string.numeric({ length: 7, allowLeadingZeros: false })}`;
  return {
    firstName,
    lastName,
    company: company.name,
    jobTitle: oneOf(titles),
    emails: [{ address, label: 'work' }],
    phones: [
      ...(chance(0.8) ? [{ number: desk, label: 'desk' }] : []),
      ...(chance(0.4) ? [{ number: mobile, label: 'mobile' }] : []),
    ],
    ownerId: oneOf([...reps, ...reps, manager]),
    language: chance(0.8) ? 'de' : 'en',
  };
}

const calledBy = ['LinkedIn', 'Recommendation', 'Fair in Munich', 'Telephone'];
/** Of every third somebody has written where they came from. */
const cameOf = (n: number) =>
  n % 3 === 0
    ? {
        leadSource: calledBy[(n / 3) % calledBy.length],
        ...(n % 6 === 0 && { campaign: campaigns[(n / 6) % campaigns.length] }),
      }
    : {};

/** The n-th person, who came so many days ago. */
export function makePerson(
  anchor: string,
  n: number,
  company: Company,
  daysAgo: number,
  taken: Set<string>,
): Person {
  const at = workingMoment(anchor, daysAgo);
  const { source, tags } = sourceOf();
  const fields = NewContact.parse({ ...given(company, taken), ...cameOf(n), tags });
  const by: Context =
    source.kind === 'form' ? asForm(contactFormId, at) : asUser(fields.ownerId ?? manager, at);
  const made = createContact(fields, folding, by, { source, id: idFor('contact', at, `person ${n}`) });
  const person: Person = {
    contact: made.after,
    company,
    createdAt: at,
    steps: [step(made, by)],
    becomes(lifecycle, when) {
      if (person.contact.lifecycle === lifecycle) return;
      const owner = asUser(person.contact.ownerId ?? manager, when);
      const change = patchContact(person.contact, { lifecycle }, folding, owner);
      person.contact = change.after;
      person.steps.push(step(change, owner));
    },
  };
  return person;
}

/** Days ago for a person with whom nothing is going on: a few this week, most in the last months. */
export const anyTime = () => (chance(0.15) ? someDays(0.1, 6) : someDays(6, 280));

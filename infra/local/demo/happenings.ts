import { faker } from '@faker-js/faker/locale/de';
import { type Activity, logActivity } from '../../../shared/activities/activity.ts';
import type { Context } from '../../../shared/core/actor.ts';
import {
  asForm,
  asMail,
  asUser,
  chance,
  daysBefore,
  idFor,
  later,
  oneOf,
  someDays,
  workingMoment,
} from './dice.ts';
import { contactFormId, salesAddress, salesMailboxId } from './fixed.ts';
import { manager, type Person } from './people.ts';
import type { Sale } from './sales.ts';
import { type Step, step } from './write.ts';

type Given = Parameters<typeof logActivity>[0];
export type Happened = { activity: Activity; step: Step };

/** A mail that came in was logged by the mailbox, whatever else by the user. */
function happen(given: Given, who: Context, name: string): Happened {
  const cameIn = given.kind === 'email' && given.direction === 'inbound';
  const by = cameIn ? asMail(salesMailboxId, who.now) : who;
  const change = logActivity(given, by, idFor('activity', by.now, name));
  return { activity: change.after, step: step(change, by) };
}

const wants = [
  'the load tables',
  'a date for the fitting',
  'a second offer without the floor',
  'references nearby',
  'the terms of payment',
];
const inbound = () =>
  `Hello,\n\nthank you. Could you send us ${oneOf(wants)}? We would like to decide ${oneOf(['this month', 'before the holidays', 'next week'])}.`;
const outbound = () =>
  `Hello,\n\n${oneOf(['as discussed on the phone,', 'thank you for your time today:', 'following up on our offer:'])} here is ${oneOf(wants)}. Just call if anything is unclear.`;
const outcomes = ['connected', 'connected', 'connected', 'no_answer', 'voicemail'] as const;
const spoken = [
  'Wants to see it in use first.',
  'The boss decides at the end of the month.',
  'Floor is 300 m², height 6.5 m.',
  'Compares with two others.',
  'Happy with the offer, waits for purchasing.',
];
const notes = [
  'Two sites, the second one will follow if the first goes well.',
  'Prefers to be called in the morning.',
  'Old racks have to be taken down first.',
  'Was at our stand at the fair.',
  'Access only by the yard, crane needed.',
];
const meetings = ['Site visit', 'Video call about the layout', 'Visit of our showroom', 'Measuring on site'];

function mail(person: Person, subject: string, threadId: string) {
  const isInbound = chance(0.5);
  const [address = ''] = person.contact.emails.map((email) => email.address);
  const [from, to] = isInbound ? [address, salesAddress] : [salesAddress, address];
  return {
    kind: 'email' as const,
    subject: isInbound ? `Re: ${subject}` : subject,
    text: isInbound ? inbound() : outbound(),
    direction: isInbound ? ('inbound' as const) : ('outbound' as const),
    mail: { threadId, from, to: [to] },
  };
}

function call() {
  const outcome = oneOf(outcomes);
  const talked = outcome === 'connected';
  return {
    kind: 'call' as const,
    subject: talked ? 'Call' : 'Tried to call',
    call: {
      direction: oneOf(['inbound', 'outbound'] as const),
      outcome,
      durationMs: talked ? faker.number.int({ min: 1, max: 25 }) * 60_000 : 0,
    },
    ...(talked && { text: oneOf(spoken) }),
  };
}

function anything(person: Person, subject: string, threadId: string) {
  const roll = faker.number.float();
  if (roll < 0.42) return mail(person, subject, threadId);
  if (roll < 0.72) return call();
  if (roll < 0.87) return { kind: 'note' as const, text: oneOf(notes) };
  return { kind: 'meeting' as const, subject: oneOf(meetings), text: oneOf(spoken) };
}

/** What was sent with the form that brought a person. */
export function submission({ contact, createdAt }: Person): Happened[] {
  if (contact.source?.kind !== 'form') return [];
  const message = `We are looking for ${oneOf(['racks', 'a mezzanine', 'an inspection', 'shelves'])} for a hall in ${faker.location.city()}. Please call.`;
  const { firstName = '', lastName = '', emails, source } = contact;
  const values = { firstName, lastName, email: emails[0]?.address ?? '', message };
  const { pageUrl, utm } = source;
  const given: Given = {
    kind: 'form_submission',
    contactId: contact.id,
    at: createdAt,
    subject: 'Contact us',
    text: message,
    submission: { formId: contactFormId, values, ...(pageUrl && { pageUrl }), ...(utm && { utm }) },
  };
  return [happen(given, asForm(contactFormId, createdAt), `submission ${contact.id}`)];
}

/** Calls, mails, meetings and notes from a deal's beginning to the last thing that happened with it. */
export function happeningsOf({ deal, person, owner, createdAt, lastAt }: Sale, anchor: string): Happened[] {
  const [from, to] = [Date.parse(createdAt), Date.parse(lastAt)];
  const count = faker.number.int({ min: 2, max: 8 });
  const between = Array.from({ length: count }, () => {
    const at = from + faker.number.float() * (to - from);
    const atWork = workingMoment(anchor, (Date.parse(anchor) - at) / 86_400_000);
    return later(createdAt, [atWork, lastAt].sort()[0] ?? lastAt);
  });
  const threadId = idFor('thread', createdAt, deal.id);
  const earliest = daysBefore(anchor, 90);
  return [...between, lastAt]
    .filter((at) => at >= earliest)
    .sort()
    .map((at, i) => {
      const what = anything(person, deal.name, threadId);
      const base = { contactId: person.contact.id, dealIds: [deal.id], at };
      return happen({ ...what, ...base }, asUser(owner, at), `${deal.id} ${i}`);
    });
}

/** A meeting to come. */
export function planned({ deal, person, owner, lastAt }: Sale, anchor: string): Happened {
  const at = workingMoment(anchor, -someDays(1, 9));
  const given: Given = {
    kind: 'meeting',
    subject: oneOf(meetings),
    contactId: person.contact.id,
    dealIds: [deal.id],
    at,
  };
  return happen(given, asUser(owner, lastAt), `${deal.id} planned`);
}

/** A word now and then with somebody who has no deal. */
export function smallTalk(person: Person, anchor: string): Happened[] {
  const { contact, createdAt } = person;
  const age = (Date.parse(anchor) - Date.parse(createdAt)) / 86_400_000;
  const threadId = idFor('thread', createdAt, contact.id);
  return Array.from({ length: faker.number.int(2) }, (_, i) => {
    const at = workingMoment(anchor, someDays(0, Math.min(age, 88)));
    const by = asUser(contact.ownerId ?? manager, later(createdAt, at));
    const what = anything(person, 'Your question', threadId);
    return happen({ ...what, contactId: contact.id, at: by.now }, by, `${contact.id} ${i}`);
  });
}

import { rightsOf } from '../../../shared/access/access-store.ts';
import type { Contact } from '../../../shared/contacts/contact.ts';
import { foldEmail } from '../../../shared/contacts/email-address.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { newId } from '../../../shared/core/ids.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { claimName, type NewMessage, queueMessage } from '../../../shared/mail/message.ts';
import { messageStore, saveClaimed } from '../../../shared/mail/message-store.ts';
import { renderMail } from '../../../shared/mail/render.ts';
import { templateOf } from '../../../shared/mail/template-store.ts';
import type { Thread } from '../../../shared/mail/thread.ts';
import { idsOf } from '../../../shared/platform/merged.ts';
import type { StepOf } from '../../../shared/rules/step.ts';
import { isSample } from '../../../shared/sample/sample.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { type Source, sourceOf } from './mail-source.ts';
import { valuesOf } from './mail-values.ts';
import type { Came, Deed, Moment } from './moment.ts';
import { contactOf, dealOf, ownerOf } from './subject.ts';

type Step = StepOf<'send_mail'>;
/** `contact`: who gets it, where that is no user. */
type Person = { to: string; bounced: boolean; reader: Actor; contact: Contact | undefined };

/** The contact's address that was meant: the same mailbox in the contact's spelling, never one that only a form named. */
async function contactPerson(
  { run, record, by }: Moment,
  source: Source | undefined,
): Promise<Person | undefined> {
  const contact = await contactOf(run, record);
  const { emailFolding } = await workspaceOf(run.workspaceId);
  const key = source?.address && foldEmail(source.address.trim(), emailFolding);
  const email = contact?.emails.find((one) => one.key === key) ?? contact?.emails[0];
  if (!contact || !email) return undefined;
  return { to: email.address, bounced: email.bouncedAt !== undefined, reader: by.actor, contact };
}

/** A mail is a door like any other: what an owner is written is what they may see. */
async function ownerPerson({ run, record, by }: Moment): Promise<Person | undefined> {
  const ownerId = await ownerOf(run, record);
  const owner = ownerId ? await userStore.find(run.workspaceId, ownerId) : undefined;
  if (owner?.status !== 'active') return undefined;
  const rights = await rightsOf(run.workspaceId, { userId: owner.id, roles: owner.roles });
  return {
    to: owner.email,
    bounced: false,
    reader: { ...by.actor, id: owner.id, rights },
    contact: undefined,
  };
}

type Mail = { step: Step; moment: Moment; person: Person; source: Source | undefined; templateId: string };
const welcomeOf = (source: Source, contactId: string) => `welcome:${source.id}:${contactId}`;
/** A person is welcomed once by each form and mailbox, whatever asks for it. */
function claimOf({ step, moment: { run }, person: { contact }, source }: Mail): string {
  const isWelcome = step.once === 'per_source' && source && contact;
  return isWelcome ? welcomeOf(source, contact.id) : `rule:${run.id}:${step.id}`;
}
/** Whether they were welcomed as somebody who was merged into them since: two reads for each who was. */
async function wasWelcomed({ step, moment: { run }, person: { contact }, source }: Mail): Promise<boolean> {
  if (step.once !== 'per_source' || !source || !contact) return false;
  const [, ...merged] = idsOf(contact);
  const claims = merged.map((id) => ({ name: claimName, value: welcomeOf(source, id) }));
  const found = await Promise.all(claims.map((claim) => messageStore.findByUnique(run.workspaceId, claim)));
  return found.some((message) => message !== undefined);
}

type Conversation = { threadId: string; opens: Thread | undefined; inReplyTo?: string | undefined };
/** The conversation that a mail to a contact goes on with, or opens. */
function conversation({ moment, source }: Mail, contact: Contact, dealIds: string[]): Conversation {
  if (source?.threadId) return { threadId: source.threadId, inReplyTo: source.inReplyTo, opens: undefined };
  const threadId = newId('thread', moment.by.now);
  return { threadId, opens: { threadId, contactId: contact.id, dealIds } };
}
/** By what an erasure finds a mail to a user: whom and what its words may name. */
const namesOf = (...records: ({ id: string } | undefined)[]) => ({
  names: records.flatMap((record) => (record ? [record.id] : [])),
});
/** What stands with a mail to a contact: whose timeline shows it, and where. What goes to a user stands with nobody. */
function placeOf(mail: Mail, deal: { id: string } | undefined, about: Contact | undefined) {
  const { contact, bounced } = mail.person;
  if (!contact)
    return { about: { ...namesOf(about, deal), ...(deal && { dealId: deal.id }) }, opens: undefined };
  const { threadId, inReplyTo, opens } = conversation(mail, contact, deal ? [deal.id] : []);
  const place = {
    contactId: contact.id,
    threadId,
    ...(deal && { dealId: deal.id }),
    ...(inReplyTo && { inReplyTo }),
    ...(bounced && { toBounced: true }),
  };
  return { about: place, opens };
}

const noWords = { subject: '', text: '' };
async function messageOf(mail: Mail) {
  const { step, moment, person, source, templateId } = mail;
  const { run, record } = moment;
  const [template, deal, about] = await Promise.all([
    templateOf(run.workspaceId, templateId),
    dealOf(run, record, source?.dealId),
    person.contact ?? contactOf(run, record),
  ]);
  const around = { words: template ?? noWords, deal, formName: source?.formName };
  const to = person.contact && person.to;
  const values = await valuesOf(moment, { to, reader: person.reader, contact: about }, around);
  const rendered = template ? renderMail(template, values) : { ...noWords, html: '' };
  const place = placeOf(mail, deal, about);
  const purpose: NewMessage['purpose'] = step.template === 'of_source' ? 'welcome' : 'rule';
  const marketing = template?.marketing ?? false;
  const given = {
    claim: claimOf(mail),
    run: { ruleId: run.ruleId, id: run.id },
    purpose,
    templateId,
    to: person.to,
    ...rendered,
    marketing,
    ...place.about,
    ...(run.kind === 'ticket' && { ticketId: record.id }),
  };
  const skipped = template ? undefined : 'template_missing';
  return { change: queueMessage(given satisfies NewMessage, moment.by, skipped), opens: place.opens };
}

/**
 * Queues a mail, once a step; the welcome of a form or a mailbox once for each person, whatever asks for it. Nothing where there is
 * no address, or no template for who came in.
 */
export const sendMail: Deed<'send_mail'> = async (step, moment): Promise<Came> => {
  if (isSample(moment.record)) return { skipped: 'sample' }; // of what is made up nobody is mailed
  const source = await sourceOf(moment.run);
  const templateId = typeof step.template === 'object' ? step.template.id : source?.templateId;
  if (!templateId) return { skipped: 'no_template' };
  const person = step.to === 'owner' ? await ownerPerson(moment) : await contactPerson(moment, source);
  if (!person) return { skipped: 'no_address' };
  if (person.contact && isSample(person.contact)) return { skipped: 'sample' };
  const mail = { step, moment, person, source, templateId };
  if (await wasWelcomed(mail)) return { skipped: 'already_sent' };
  const { change, opens } = await messageOf(mail);
  const isNew = await saveClaimed(change, moment.by, opens, moment.noted(change.after.id));
  return isNew ? { made: change.after.id } : { skipped: 'already_sent' };
};

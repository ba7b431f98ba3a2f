import type { Contact } from '../../../shared/contacts/contact.ts';
import { displayName } from '../../../shared/contacts/contact.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { mayTouch } from '../../../shared/core/rights.ts';
import { whole, within } from '../../../shared/core/scope.ts';
import { veiled } from '../../../shared/core/veil.ts';
import type { Deal } from '../../../shared/deals/deal.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import type { MailLanguage } from '../../../shared/notifications/languages.ts';
import type { Notification } from '../../../shared/notifications/notification.ts';
import type { Task } from '../../../shared/tasks/task.ts';
import { taskStore } from '../../../shared/tasks/task-store.ts';
import { plainMail } from './plain-mail.ts';
import type { Written } from './written.ts';

type About = { task: Task; deal: Deal | undefined; contact: Contact | undefined };
const words = {
  en: {
    deal: 'Deal',
    contact: 'Contact',
    due: 'Due',
    todo: 'Rapport made a task of it for you. A call, a mail, a note or a move of the deal puts it right.',
  },
  de: {
    deal: 'Geschäft',
    contact: 'Kontakt',
    due: 'Fällig',
    todo: 'Rapport hat für Sie eine Aufgabe daraus gemacht. Ein Anruf, eine E-Mail, eine Notiz oder ein Schritt des Geschäfts bringt es in Ordnung.',
  },
};

function mailAbout({ task: { title, note, dueOn }, deal, contact }: About, language: MailLanguage): Written {
  const its = words[language];
  const lines = [
    title,
    note,
    '',
    deal && `${its.deal}: ${deal.name}`,
    contact && `${its.contact}: ${displayName(contact)}`,
    dueOn && `${its.due}: ${dueOn}`,
    '',
    its.todo,
  ];
  const why = note?.split('\n')[0] || title; // the first line says how long, where, and what came last
  return {
    subject: deal ? `${deal.name}: ${why}` : title,
    text: lines.filter((line) => line !== undefined).join('\n'),
    names: [deal?.id, contact?.id].filter((id) => id !== undefined),
  };
}

function contactFor(reader: Actor, contact: Contact): Contact {
  const { emails = [], phones = [] } = veiled(reader, 'contact', contact);
  return { ...contact, emails, phones };
}

/**
 * Tells of an idle deal what its task says; undefined where that is done meanwhile, or is another's. Without what the owner of the task may
 * not see: a mail is a door like any other.
 */
export async function idleMail(
  reader: Actor,
  notification: Notification,
  language: MailLanguage,
): Promise<Written | undefined> {
  const { about = '', detailId = '' } = notification;
  const task = await taskStore.find(whole(reader.workspaceId), detailId);
  if (!task || task.status === 'done' || task.ownerId !== reader.id) return undefined;
  if (!mayTouch(reader, 'task', 'read', task.ownerId)) return plainMail(reader, notification, language);
  const scope = within(reader);
  const [deal, contact] = await Promise.all([
    dealStore.find(scope, about),
    task.contactId ? contactStore.find(scope, task.contactId) : undefined,
  ]);
  const shown = { ...task, note: veiled(reader, 'task', task).note };
  const person = contact && !contact.erasedAt ? contactFor(reader, contact) : undefined;
  return mailAbout({ task: shown, deal, contact: person }, language);
}

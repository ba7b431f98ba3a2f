import * as z from 'zod';
import { writtenOf } from '../../../shared/activities/mention-token.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { kindOfId } from '../../../shared/core/ids.ts';
import { veiled } from '../../../shared/core/veil.ts';
import { described } from '../../../shared/notifications/described.ts';
import type { MailLanguage } from '../../../shared/notifications/languages.ts';
import type { Notification } from '../../../shared/notifications/notification.ts';
import { type ShownRecord, shownRecords } from '../../../shared/notifications/shown-records-store.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import type { Written } from './written.ts';

const footers = {
  en: 'In your preferences you choose what Rapport tells you by mail.',
  de: 'In Ihren Einstellungen wählen Sie, was Rapport Ihnen per E-Mail mitteilt.',
};
const due = { en: 'Due', de: 'Fällig' };

const Note = z.object({ text: z.string().optional(), contactId: z.string().optional() });
/** What the reader is to do or to read, in the words of whoever wrote it. */
function detailOf(reader: Actor, about: ShownRecord | undefined, note: unknown, language: MailLanguage) {
  if (about?.kind === 'task') {
    const task = taskRecord.schema.parse(about.item);
    return [veiled(reader, 'task', task).note, task.dueOn && `${due[language]}: ${task.dueOn}`];
  }
  const text = about && Note.safeParse(note).data?.text;
  return [text && writtenOf(text)];
}

const Naming = z.object({
  contactId: z.string().optional(),
  dealId: z.string().optional(),
  erasedAt: z.string().optional(),
});
/** The contacts and deals that the words name, or stand with. What was emptied when its person was erased stands with nobody. */
function namesIn(shown: readonly ShownRecord[]): string[] {
  const ids = shown.flatMap(({ id, item }) => {
    const { contactId, dealId, erasedAt } = Naming.parse(item);
    return erasedAt ? [id] : [id, contactId, dealId];
  });
  return [...new Set(ids)].filter(
    (id) => id !== undefined && ['contact', 'deal'].includes(kindOfId(id) ?? ''),
  ) as string[];
}

/** Tells of anything else in a line, and what was written to its reader. */
export async function plainMail(
  reader: Actor,
  notification: Notification,
  language: MailLanguage,
): Promise<Written> {
  const { about, detailId, byId, topic } = notification;
  const noteId = topic === 'mention' ? detailId : undefined;
  const shown = await shownRecords(reader, [about, noteId, byId]);
  const { text } = described(notification, shown, language);
  const [record, note] = [about, noteId].map((id) => (id ? shown.get(id) : undefined));
  const detail = detailOf(reader, record, note?.item, language).filter((line) => line !== undefined);
  const names = namesIn([record, note].filter((one) => one !== undefined));
  return { subject: text, text: [text, ...detail, footers[language]].join('\n\n'), names };
}

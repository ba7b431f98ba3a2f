import type { MailLanguage } from './languages.ts';
import type { NotificationType } from './notification-types.ts';

type Said = { name: string; by: string; code: string | undefined };
type Words = Record<NotificationType, (said: Said) => string>;

const en: Words = {
  task_reminder: ({ name }) => `Reminder: ${name}`,
  task_assigned: ({ name, by }) => `${by} gave you a task: ${name}`,
  record_assigned: ({ name, by }) => `${by} made you the owner of ${name}`,
  mention: ({ name, by }) => `${by} mentioned you in a note on ${name}`,
  deal_idle: ({ name }) => `Nothing has happened for too long: ${name}`,
  mail_received: ({ name }) => `A mail has come from ${name}`,
  rule: ({ name }) => `A rule tells you of ${name}`,
  rule_paused: ({ name }) => `A rule was paused: ${name}`,
  webhook_paused: ({ name }) => `A webhook was paused: ${name}`,
  import_finished: ({ name, code }) =>
    code === 'failed' ? `An import has failed: ${name}` : `An import has come to its end: ${name}`,
  export_ready: ({ code }) => (code === 'failed' ? 'An export has failed' : 'An export can be fetched'),
  mail_doubtful: ({ name }) => `Nobody knows whether your mail was sent: ${name}`,
};
const de: Words = {
  task_reminder: ({ name }) => `Erinnerung: ${name}`,
  task_assigned: ({ name, by }) => `${by} hat Ihnen eine Aufgabe gegeben: ${name}`,
  record_assigned: ({ name, by }) => `${by} hat Ihnen zugewiesen: ${name}`,
  mention: ({ name, by }) => `${by} hat Sie in einer Notiz erwähnt: ${name}`,
  deal_idle: ({ name }) => `Zu lange ist nichts geschehen: ${name}`,
  mail_received: ({ name }) => `Eine E-Mail ist gekommen von: ${name}`,
  rule: ({ name }) => `Eine Regel weist Sie hin auf: ${name}`,
  rule_paused: ({ name }) => `Eine Regel wurde angehalten: ${name}`,
  webhook_paused: ({ name }) => `Ein Webhook wurde angehalten: ${name}`,
  import_finished: ({ name, code }) =>
    code === 'failed' ? `Ein Import ist fehlgeschlagen: ${name}` : `Ein Import ist beendet: ${name}`,
  export_ready: ({ code }) =>
    code === 'failed' ? 'Ein Export ist fehlgeschlagen' : 'Ein Export liegt bereit',
  mail_doubtful: ({ name }) => `Ob Ihre E-Mail gesendet wurde, ist ungewiss: ${name}`,
};
const words = { en, de };
const unseen = {
  en: { name: 'a record', by: 'Somebody' },
  de: { name: 'ein Datensatz', by: 'Jemand' },
};

/** What a notification says; a record that is out of sight is "a record". */
export function notificationText(
  topic: NotificationType,
  { name, by, code }: { name?: string | undefined; by?: string | undefined; code?: string | undefined },
  language: MailLanguage,
): string {
  const not = unseen[language];
  return words[language][topic]({ name: name ?? not.name, by: by ?? not.by, code });
}

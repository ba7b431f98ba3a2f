import type { Reason } from '../today/today.ts';
import type { MailLanguage } from './languages.ts';

export const agendaSections = ['tasks', 'call', 'closing', 'quiet', 'promises', 'birthdays'] as const;
export type AgendaSection = (typeof agendaSections)[number];
export type AgendaLine = { name: string; reason: Reason };
export type Agenda = { lines: Record<AgendaSection, AgendaLine[]>; unread: number };

/** The most lines of a section; of what is more the number is said. */
export const mostLines: Record<AgendaSection, number> = {
  tasks: 10,
  call: 10,
  closing: 5,
  quiet: 5,
  promises: 5,
  birthdays: 5,
};

const titles: Record<MailLanguage, Record<AgendaSection, string>> = {
  en: {
    tasks: 'Tasks',
    call: 'To call',
    closing: 'Closing soon',
    quiet: 'Going quiet',
    promises: 'Promised',
    birthdays: 'Birthdays',
  },
  de: {
    tasks: 'Aufgaben',
    call: 'Anzurufen',
    closing: 'Bald zum Abschluss',
    quiet: 'Still geworden',
    promises: 'Versprochen',
    birthdays: 'Geburtstage',
  },
};

const inDays = (days = 0) => (days === 1 ? 'einem Tag' : `${days} Tagen`);
const sinceDays = (days = 0) => (days === 1 ? 'seit einem Tag' : `seit ${days} Tagen`);
const leaving = (risk?: number) => (risk === undefined ? '' : `, Abwanderungsrisiko ${risk} %`);
const everyDays = (days = 0) => (days === 1 ? 'jeden Tag' : `alle ${days} Tage`);
/** The reasons of Today by their codes, in German. */
const german: Record<string, (reason: Reason) => string> = {
  task_due_today: () => 'heute fällig',
  task_overdue: ({ days }) => `${sinceDays(days)} überfällig`,
  deal_idle: ({ days }) => `zu lange ist nichts geschehen; eine Aufgabe gibt es ${sinceDays(days)}`,
  hot_lead_untouched: ({ score }) => `ein Lead mit dem Wert ${score}, mit dem noch niemand gesprochen hat`,
  close_overdue: ({ days }) => `sollte vor ${inDays(days)} abgeschlossen sein`,
  closing_soon: ({ days }) => (days === 0 ? 'Abschluss heute' : `Abschluss in ${inDays(days)}`),
  likely_won: ({ percent }) => `wird mit ${percent} % Wahrscheinlichkeit gewonnen`,
  going_quiet: (reason) =>
    `bestellt ${everyDays(reason.everyDays)}; die letzte Bestellung war vor ${inDays(reason.days)}${leaving(reason.risk)}`,
  birthday: ({ days, turns }) =>
    `Geburtstag ${days === 0 ? 'heute' : `in ${inDays(days)}`}${turns === undefined ? '' : `, wird ${turns}`}`,
  promise_due_today: () => 'heute versprochen',
  promise_overdue: ({ days }) => `Versprechen ${sinceDays(days)} überfällig`,
};
const reasonIn = (reason: Reason, language: MailLanguage): string =>
  (language === 'de' && german[reason.code]?.(reason)) || reason.text;

const words = {
  en: {
    subject: (date: string) => `Your agenda for ${date}`,
    more: (count: number) => `… and ${count} more`,
    unread: (count: number) => `Unread notifications: ${count >= 100 ? '100 or more' : count}`,
    footer: 'In your preferences you choose when this mail comes, and whether.',
    locale: 'en-GB',
  },
  de: {
    subject: (date: string) => `Ihre Agenda für ${date}`,
    more: (count: number) => `… und ${count} weitere`,
    unread: (count: number) => `Ungelesene Hinweise: ${count >= 100 ? '100 oder mehr' : count}`,
    footer: 'In Ihren Einstellungen wählen Sie, wann diese E-Mail kommt und ob.',
    locale: 'de-DE',
  },
};

export const isEmpty = ({ lines }: Agenda): boolean =>
  agendaSections.every((section) => lines[section].length === 0);

/** The mail of a day (ISO 8601), in its reader's language. */
export function agendaText({ lines, unread }: Agenda, day: string, language: MailLanguage) {
  const said = words[language];
  const date = new Intl.DateTimeFormat(said.locale, { dateStyle: 'full', timeZone: 'UTC' });
  const sections = agendaSections.flatMap((section) => {
    const all = lines[section];
    if (all.length === 0) return [];
    const shown = all.slice(0, mostLines[section]);
    const more = all.length - shown.length;
    return [
      [
        titles[language][section],
        ...shown.map(({ name, reason }) => `- ${name}: ${reasonIn(reason, language)}`),
        ...(more > 0 ? [said.more(more)] : []),
      ].join('\n'),
    ];
  });
  return {
    subject: said.subject(date.format(new Date(`${day}T00:00:00.000Z`))),
    text: [...sections, ...(unread > 0 ? [said.unread(unread)] : []), said.footer].join('\n\n'),
  };
}

import type { en } from '../en.ts';

export const guide: (typeof en)['guide'] = {
  title: 'Willkommen bei {workspace}',
  about: 'Drei Schritte, und das Team kann beginnen.',
  progress: '{done} von {all} erledigt',
  dismiss: 'Erste Schritte ausblenden',
  dismissed: 'Die ersten Schritte sind ausgeblendet',
  stepDone: 'Erledigt',
  form: {
    title: 'Ein Formular verbinden',
    about: 'Wer Ihnen auf Ihrer Website schreibt, ist einen Moment später hier ein Lead.',
    action: 'Formular anlegen',
  },
  contacts: {
    title: 'Kontakte hereinholen',
    about: 'Beginnen Sie mit den Menschen, mit denen Sie diese Woche sprechen.',
    action: 'Kontakt anlegen',
  },
  pipeline: {
    title: 'Die Pipeline kennenlernen',
    about: 'Beginnen Sie mit einem einfachen Ablauf. Eine Phase kommt dazu, wenn sie fehlt, nicht vorher.',
    action: 'Zur Pipeline',
  },
  sample: {
    about:
      'Erst einmal umsehen? Eine kleine Firma mit Kunden, Geschäften und Aufgaben entsteht mit einem Klick und verschwindet mit einem.',
    make: 'Mit Beispieldaten ansehen',
    making: 'Beispieldaten werden angelegt …',
    made: 'Die Beispieldaten sind da',
    goOn: 'Den Rest anlegen',
    partly: 'Die Beispieldaten sind nicht vollständig.',
    here: 'Sie sehen Beispieldaten: {contacts, plural, one {# Kontakt} other {# Kontakte}}, {deals, plural, one {# Geschäft} other {# Geschäfte}}, {tasks, plural, one {# Aufgabe} other {# Aufgaben}}.',
    remove: 'Beispieldaten entfernen',
    removing: 'Beispieldaten werden entfernt …',
    removed: 'Die Beispieldaten sind entfernt',
    removeTitle: 'Beispieldaten entfernen?',
    removeWhat:
      'Endgültig entfernt werden, auch wenn jemand sie geändert hat: {contacts, plural, one {# Kontakt} other {# Kontakte}}, {companies, plural, one {# Firma} other {# Firmen}}, {deals, plural, one {# Geschäft} other {# Geschäfte}}, {tasks, plural, one {# Aufgabe} other {# Aufgaben}} und {orders, plural, one {# Bestellung} other {# Bestellungen}}, samt ihren Anrufen, Notizen und Dateien.',
    removeStays: 'Was Sie und Ihr Team selbst angelegt haben, bleibt.',
  },
};

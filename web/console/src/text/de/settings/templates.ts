import type { templates as en } from '../../en/settings/templates.ts';

export const templates: typeof en = {
  title: 'Vorlagen',
  add: 'Neue Vorlage',
  make: 'Vorlage anlegen',
  none: 'Noch keine Vorlage',
  noneWhy:
    'Schreiben Sie eine Nachricht einmal, mit Lücken für Namen und mehr, etwa die Begrüßung, die ein Formular sendet.',
  name: 'Name',
  subject: 'Betreff',
  text: 'Text',
  textWhy:
    'Einfacher Text. Eine Lücke wird für jeden Leser gefüllt; nach | steht, was steht, wo nichts bekannt ist.',
  blank: 'Lücke einfügen',
  marketing: 'Werbung',
  marketingWhy: 'Hat einen Link zum Abbestellen und geht nicht an den, der abbestellt hat.',
  kind: 'Art',
  advertising: 'Werbung',
  answer: 'Antwort',
  preview: 'So liest sie sich',
  previewWhy: 'Mit dem Namen eines Beispiels.',
  previewOld: 'Wie sie zuletzt gespeichert wurde; speichern Sie, um Ihre Änderung zu sehen.',
  saved: 'Die Vorlage „{name}“ ist gespeichert.',
  danger: 'Löschen',
  deleteWhy: 'Formulare und Postfächer, die sie senden, senden nichts an ihrer Stelle.',
  deleteTitle: 'Vorlage „{name}“ löschen?',
  deleteMore: 'Was versandt wurde, bleibt, wie es ist.',
};

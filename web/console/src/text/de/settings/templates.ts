import type { templates as en } from '../../en/settings/templates.ts';

export const templates: typeof en = {
  title: 'E-Mail-Vorlagen',
  add: 'Neue Vorlage',
  none: 'Noch keine Vorlage',
  noneWhy:
    'Schreiben Sie eine E-Mail einmal, mit Lücken für Namen und mehr: Regeln, Formulare und Personen versenden sie.',
  name: 'Name',
  nameWhy: 'So nennt Ihr Team sie. Empfänger sehen ihn nicht.',
  subject: 'Betreff',
  forms: 'Formen der E-Mail',
  text: 'Text',
  textWhy: 'Einfacher Text; Leerzeilen trennen Absätze, und Webadressen werden zu Links.',
  html: 'HTML',
  htmlWhy: 'Für Fachleute. Bleibt es leer, entsteht es aus dem Text. Lücken werden auch hier gefüllt.',
  faulty: 'Hier stimmt etwas nicht',
  blanks: {
    contact_firstName: 'Vorname',
    contact_lastName: 'Nachname',
    contact_company: 'Firma',
    contact_email: 'E-Mail-Adresse',
    deal_name: 'Name des Geschäfts',
    form_name: 'Name des Formulars',
    owner_name: 'Name der zuständigen Person',
    contact_jobTitle: 'Position im Beruf',
    deal_amount: 'Betrag des Geschäfts',
    deal_stage: 'Phase des Geschäfts',
    sender_name: 'Name dessen, der sie sendet',
    rating_links: 'Links zum Bewerten',
    workspace_name: 'Name Ihrer Firma',
  },
  faults: {
    merge_field_unknown: 'Eine Lücke „{what}“ gibt es nicht. Nehmen Sie eine aus „Lücke einfügen“.',
    template_tag_unsupported:
      '„{what}“ ist keine Lücke. Es gibt Lücken wie „contact.firstName“ und sonst nichts.',
    template_malformed:
      'Eine Lücke ist nicht geschlossen: Jede beginnt mit zwei geschweiften Klammern und endet mit zweien.',
    template_too_many_fields: 'Es sind zu viele Lücken: höchstens 50.',
  },
  marketing: 'Werbung',
  marketingOn: 'Jede E-Mail hat einen Link zum Abbestellen; wer abbestellt hat, bekommt sie nicht.',
  marketingOff:
    'Eine Antwort auf das, was jemand getan hat: Sie geht auch an den, der abbestellt hat. Werben Sie nicht darin.',
  kind: 'Art',
  advertising: 'Werbung',
  answer: 'Antwort',
  preview: 'So liest sie sich',
  reader: 'So bekäme sie dieser Kontakt',
  previewWhy: 'Mit dem Namen eines Beispiels. Wählen Sie jemanden, um dessen E-Mail zu sehen.',
  previewOf: 'Es wird nichts versandt.',
  missing:
    'Bei diesem Empfänger ist nichts bekannt für: {blanks}. Wo eine Person sie sendet, wird sie abgelehnt.',
  previewNone: 'Mit Betreff und Text steht sie hier.',
  saved: 'Die Vorlage „{name}“ ist gespeichert.',
  danger: 'Löschen',
  deleteFree: 'Kein Formular, kein Postfach und keine Regel versendet sie.',
  deleteNamed:
    '{count, plural, one {Ein Formular, Postfach oder eine Regel versendet} other {# Formulare, Postfächer oder Regeln versenden}} sie, und dann nichts an ihrer Stelle.',
  deleteTitle: 'Vorlage „{name}“ löschen?',
  deleteUsed: 'Diese versenden dann nichts an ihrer Stelle:',
  usedBy: { form: 'das Formular „{name}“', mailbox: 'das Postfach „{name}“', rule: 'die Regel „{name}“' },
  deleteMore: 'Was versandt wurde, bleibt, wie es ist.',
};

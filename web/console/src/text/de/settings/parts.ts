import type { settings } from '../../en/settings.ts';

export const parts: (typeof settings)['parts'] = {
  workspace: {
    name: 'Arbeitsbereich',
    about: 'Was hier für alle gilt: der Name, das Geld, der Kalender, wo neue Geschäfte beginnen.',
  },
  users: {
    name: 'Benutzer',
    about: 'Wer hier arbeitet und was sie dürfen. Wer geht, wird deaktiviert und übergibt, was offen ist.',
  },
  teams: {
    name: 'Teams',
    about:
      'Wer wessen Datensätze sieht: Eine Rolle, die das Team erreicht, erreicht, was seinen Mitgliedern gehört. Leitende auch.',
  },
  roles: {
    name: 'Rollen',
    about:
      'Was jemand mit welchen Datensätzen tun darf, welche Felder zu sehen sind und welche Einstellungen.',
  },
  pipelines: {
    name: 'Pipelines',
    about:
      'Die Phasen, durch die Geschäfte gehen, was jede Phase verlangt, und die Gründe für Gewinn und Verlust.',
  },
  fields: {
    name: 'Felder',
    about: 'Eigene Felder an Kontakten, Firmen, Geschäften und den anderen, neben denen, die es schon gibt.',
  },
  segments: {
    name: 'Segmente',
    about:
      'Bedingungen mit Namen, deren Mitglieder aktuell gehalten werden. Sie entstehen aus dem Filter einer Liste.',
  },
  scoring: {
    name: 'Bewertung',
    about:
      'Woraus Punkte und Abwanderungsrisiken entstehen: aus Ihren Regeln oder aus Ihren eigenen Ergebnissen.',
  },
  spend: {
    name: 'Ausgaben',
    about:
      'Was jede Herkunft und jede Kampagne gekostet hat, Monat für Monat; Berichte zeigen, was es gebracht hat.',
  },
  targets: {
    name: 'Ziele',
    about: 'Was Personen, Teams und alle zusammen erreichen sollen, Monat für Monat.',
  },
  forms: {
    name: 'Formulare',
    about:
      'Formulare für eigene Seiten: Wer eines absendet, ist im selben Moment hier ein Lead, und nie zweimal.',
  },
  mailboxes: {
    name: 'Postfächer',
    about: 'Die Adressen, an die Kunden schreiben, und was aus ihrer Post wird.',
  },
  mail: {
    name: 'E-Mail-Vorgaben',
    about: 'Wer Werbung bekommt und wie oft, was E-Mails verraten, und mit wem Post nie abgelegt wird.',
  },
  rules: {
    name: 'Regeln',
    about: 'Was von selbst geschieht: Wenn etwas passiert, folgen diese Schritte.',
  },
  templates: {
    name: 'E-Mail-Vorlagen',
    about: 'E-Mails mit Lücken, einmal geschrieben und von Regeln, Formularen und Personen versandt.',
  },
  keys: {
    name: 'API-Schlüssel',
    about:
      'Programme hereinlassen. Ein Schlüssel spricht für den, der ihn gemacht hat, und darf nie mehr als er.',
  },
  webhooks: {
    name: 'Webhooks',
    about: 'Was geschieht, in Sekunden an eine URL von Ihnen: Nummern und Namen von Feldern, niemals Werte.',
  },
  exports: {
    name: 'Exporte',
    about:
      'Dateien mit Datensätzen, die Sie schreiben ließen. Jede bleibt sieben Tage und gehört Ihnen allein.',
  },
  audit: {
    name: 'Protokoll',
    about: 'Wer wann was von wo getan hat. Nichts darin wird je geändert oder gelöscht.',
  },
  erasures: {
    name: 'Daten einer Person',
    about: 'Jemandem alles geben, was von ihm gespeichert ist, oder ihn überall löschen, für immer.',
  },
};

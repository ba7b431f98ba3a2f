import type { mail as en } from '../../en/settings/mail.ts';

export const mail: typeof en = {
  advertising: 'Werbung',
  advertisingWhy:
    'E-Mails aus Vorlagen, die als Werbung gekennzeichnet sind. Was jemand selbst schreibt, wird weder gezählt noch aufgehalten.',
  needsConsent: 'Nur an Kontakte, die eingewilligt haben',
  needsConsentWhy:
    'An: Nur Kontakte mit der Einwilligung „marketing“ bekommen sie; in vielen Ländern ist das Gesetz. Aus: alle, die sie nicht abgelehnt haben.',
  capOn: 'Begrenzen, wie viel ein Kontakt bekommt',
  capWhy: 'Was zu viel wäre, wird mit diesem Grund übergangen und folgt nicht später.',
  most: 'Höchstens E-Mails',
  days: 'Binnen Tagen',
  capOf: '{most} in {days} Tagen',
  capFault: '1 bis 20 E-Mails in 1 bis 31 Tagen.',
  tracking: 'Öffnen und Klicken',
  trackingWhy:
    'E-Mails tragen dann ein unsichtbares Bild und Links, die über den Maildienst führen, und der Verlauf zeigt, wann eine zuerst geöffnet wurde. Das ist ein Hinweis: Auch Programme öffnen E-Mails. In vielen Ländern muss der Empfänger einwilligen.',
  tracks: {
    marketing: 'Öffnen und Klicken in Werbung',
    personal: 'Öffnen und Klicken in E-Mails, die jemand selbst schreibt',
  },
  neverLog: 'Nie abgelegt',
  neverLogWhy:
    'Post von oder an eine dieser Adressen wird beim Eingang gelöscht, auf welchem Weg sie auch kommt: etwa die Ihrer Anwälte oder des Betriebsarztes. Eine Domain gilt auch für alle darunter. Mit Ihrer eigenen Domain bleibt Post unter Kollegen draußen. Was schon abgelegt ist, bleibt.',
  lines: 'Adressen und Domains',
  example: 'ada@example.com oder law.example',
  refused: 'Weder eine E-Mail-Adresse noch eine Domain: {lines}',
  tooMany: 'Die Liste fasst 500 Adressen und Domains.',
  saved: 'Gespeichert. In 30 Sekunden gilt es für alle Post.',
};

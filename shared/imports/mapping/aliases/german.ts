import type { Aliases } from '../term.ts';

export const german: Aliases = {
  firstName: 'Vorname, Rufname, Vornamen',
  lastName: 'Nachname, Familienname, Zuname, Hausname',
  fullName:
    'Anzeigename, Vollständiger Name, Ansprechpartner, Ganzer Name, Vor- und Nachname, Kontakt, Kontaktname, Kundenname, Kunde, Kontaktperson, Ansprechperson, Name Vorname',
  middleName: 'Weitere Vornamen, Zweiter Vorname, Mittelname, Zweitname',
  prefix: 'Anrede, Akademischer Titel, Titel Anrede, Namenspräfix, Namenszusatz, Namenstitel',
  suffix: 'Namenssuffix, Suffix',
  nickname: 'Spitzname, Kurzname',
  title: 'Titel',
  email:
    'E-Mail-Adresse, E-Mail, Mailadresse, Mail-Adresse, Emailadresse, E-Mail-Adressen, elektronische Post',
  phone:
    'Telefon, Telefonnummer, Tel, Tel-Nr, Rufnummer, Festnetz, Telefon-Nr, Durchwahl, Haupttelefon, Festnetznummer, Fon, Telefonnr',
  mobile:
    'Mobiltelefon, Handy, Mobil, Handynummer, Mobilnummer, Mobil-Tel.-Nr., Mobilfunk, Mobilfunknummer, Handy-Nr, Natel, Mobil-Nr, Mobiltelefonnummer',
  fax: 'Fax, Faxnummer, Telefax, Fax-Nr, Telefaxnummer',
  company:
    'Firma, Unternehmen, Organisation, Firmenname, Arbeitgeber, Gesellschaft, Betrieb, Unternehmensname, Firmenbezeichnung, Institution',
  department: 'Abteilung, Bereich, Ressort, Fachbereich',
  jobTitle:
    'Position, Funktion, Berufsbezeichnung, Stelle, Jobtitel, Rolle, Stellenbezeichnung, Arbeitstitel, Tätigkeit',
  birthday: 'Geburtstag, Geburtsdatum, Geb.-Datum, geboren am, Geb',
  birthYear: 'Geburtsjahr',
  birthMonth: 'Geburtsmonat',
  street:
    'Straße, Strasse, Anschrift, Adresse, Straße und Hausnummer, Straße Hausnummer, Adresszeile 1, Straße Nr, Postanschrift, Strassenname, Str',
  houseNumber: 'Hausnummer, Hausnr, Haus-Nr, HsNr, Haus Nr',
  street2: 'Adresszusatz, Adresszeile 2, Straße 2, Zusatz, Adresse 2',
  city: 'Ort, Stadt, Wohnort, Gemeinde, Ortschaft',
  region: 'Bundesland, Kanton, Region, Provinz, Staat Bundesland',
  postalCode: 'PLZ, Postleitzahl',
  country: 'Land, Staat, Länderkennzeichen, Land/Region, Ländercode, Ländername',
  website: 'Webseite, Internetseite, Homepage, Webadresse, Internet, Internetadresse, Internetauftritt',
  tags: 'Kategorien, Kategorie, Schlagworte, Stichworte, Gruppe, Gruppen, Schlagwörter, Etiketten, Merkmale, Markierungen',
  note: 'Notizen, Notiz, Bemerkung, Bemerkungen, Kommentar, Anmerkung, Anmerkungen, Kommentare, Hinweis, Hinweise, Freitext, Nachricht, Zusatzinformationen',
  description: 'Beschreibung, Produktbeschreibung',
  owner:
    'Betreuer, Zuständig, Verantwortlich, Verantwortlicher, Kundenbetreuer, Inhaber, Besitzer, Sachbearbeiter, Vertriebsmitarbeiter, Bearbeiter, Zugewiesen an, Eigentümer, Berater',
  lifecycle: 'Lebenszyklusphase, Lebenszyklus, Kundenphase',
  status: 'Status, Kundenstatus, Leadstatus, Kontaktstatus',
  score: 'Punkte, Punktzahl, Leadscore, Bewertung',
  language: 'Sprache, Korrespondenzsprache, Bevorzugte Sprache',
  timeZone: 'Zeitzone',
  id: 'Kundennummer, Kunden-Nr, Kundennr, Nummer, Kontakt-ID, Adressnummer, Kunden-ID, Debitorennummer, Debitor',
  createdAt:
    'Erstellt am, Erstellt, Angelegt am, Erstellungsdatum, Anlagedatum, Erfasst am, Kunde seit, Registriert am, Angemeldet am, Hinzugefügt am',
  source: 'Quelle, Herkunft, Leadquelle, Kontaktquelle, Kanal',
  campaign: 'Kampagne, Kampagnenname, Marketingkampagne',
  industry: 'Branche, Industrie, Wirtschaftszweig',
  employees: 'Mitarbeiter, Mitarbeiterzahl, Anzahl Mitarbeiter, Mitarbeiteranzahl, Beschäftigte',
  revenue: 'Umsatz, Jahresumsatz',
  parent: 'Muttergesellschaft, Konzern, Mutterunternehmen',
  deal: 'Geschäft, Verkaufschance, Chance, Auftragsname, Dealname, Opportunity',
  amount:
    'Betrag, Wert, Summe, Auftragswert, Volumen, Gesamtbetrag, Gesamtsumme, Bruttobetrag, Nettobetrag, Rechnungsbetrag, Auftragssumme',
  currency: 'Währung, Währungscode',
  pipeline: 'Pipeline, Vertriebsprozess, Verkaufsprozess',
  stage: 'Phase, Stufe, Dealphase, Verkaufsphase, Vertriebsphase',
  expectedCloseOn:
    'Abschlussdatum, Erwarteter Abschluss, Geplanter Abschluss, Voraussichtlicher Abschluss, Erwartetes Abschlussdatum',
  openedOn: 'Eröffnet am, Eröffnet, Eröffnungsdatum, Beginn, Startdatum, Begonnen am',
  closedAt: 'Abgeschlossen am, Geschlossen am, Gewonnen am',
  lostReason: 'Verlustgrund, Grund der Absage, Absagegrund',
  product:
    'Produkt, Artikel, Produktname, Artikelname, Artikelbezeichnung, Bezeichnung, Produktbezeichnung, Leistung',
  sku: 'Artikelnummer, Artikel-Nr, Artikelnr, Produktnummer, Bestellnummer Artikel',
  category: 'Kategorie, Kategorien, Warengruppe, Produktgruppe, Artikelgruppe, Produktkategorie',
  unit: 'Einheit, Mengeneinheit, ME',
  price: 'Preis, Einzelpreis, Verkaufspreis, Stückpreis, Listenpreis, Nettopreis, VK',
  active: 'Aktiv, Verfügbar',
  quantity: 'Menge, Anzahl, Stückzahl, Stück',
  discount: 'Rabatt, Nachlass, Rabatt %',
  order: 'Bestellnummer, Auftragsnummer, Auftrags-Nr, Bestell-Nr, Rechnungsnummer, Belegnummer, Auftragsnr',
  date: 'Datum, Bestelldatum, Auftragsdatum, Rechnungsdatum, Belegdatum, Zeitpunkt, Kaufdatum, Bestellt am',
  kind: 'Art, Typ, Aktivitätstyp',
  subject: 'Betreff, Thema, Überschrift',
  text: 'Text, Inhalt, Beschreibung, Protokoll',
  direction: 'Richtung',
  duration: 'Dauer, Gesprächsdauer, Dauer Minuten',
  outcome: 'Ergebnis, Resultat',
};

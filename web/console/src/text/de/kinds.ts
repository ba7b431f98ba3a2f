import type { en } from '../en.ts';

export const kinds: (typeof en)['kinds'] = {
  one: {
    contact: 'Kontakt',
    company: 'Firma',
    deal: 'Geschäft',
    task: 'Aufgabe',
    order: 'Bestellung',
    product: 'Produkt',
    ticket: 'Ticket',
    promise: 'Zusage',
  },
  many: {
    contact: 'Kontakte',
    company: 'Firmen',
    deal: 'Geschäfte',
    task: 'Aufgaben',
    order: 'Bestellungen',
    product: 'Produkte',
    ticket: 'Tickets',
    promise: 'Zusagen',
  },
};

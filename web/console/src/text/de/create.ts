import type { create as en } from '../en/create.ts';

export const create: typeof en = {
  make: 'Anlegen',
  makeAndOpen: 'Anlegen und öffnen',
  made: '„{title}“ ist da',
  moreFields: 'Weitere Felder',
  draft: 'Das hattest du begonnen.',
  restart: 'Neu beginnen',
  exists: 'Das gibt es schon',
  openExisting: '{title} öffnen',
};

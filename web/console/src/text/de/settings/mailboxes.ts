import type { mailboxes as en } from '../../en/settings/mailboxes.ts';

export const mailboxes: typeof en = {
  title: 'Postfächer',
  add: 'Neues Postfach',
  make: 'Postfach anlegen',
  none: 'Noch kein Postfach',
  noneWhy:
    'Nennen Sie die Adressen, an die Kunden schreiben: Jede Nachricht wird beim Kontakt abgelegt, und wer neu ist, ist ein Lead.',
  address: 'Adresse',
  addressWhy: 'Auf der Domain, deren Post hier eingeht. Sie kann später nicht geändert werden.',
  name: 'Name',
  saved: 'Post an {address} wird angenommen.',
  danger: 'Löschen',
  deleteWhy: 'Post an die Adresse wird ab dann mit diesem Grund übergangen. Was abgelegt ist, bleibt.',
  deleteTitle: 'Postfach {address} löschen?',
  deleteMore: 'Post, die danach kommt, steht unter „Übergangen“.',
};

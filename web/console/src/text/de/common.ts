import type { en } from '../en.ts';

export const common: (typeof en)['common'] = {
  save: 'Speichern',
  cancel: 'Abbrechen',
  close: 'Schließen',
  delete: 'Löschen',
  edit: 'Bearbeiten',
  add: 'Hinzufügen',
  undo: 'Rückgängig',
  done: 'Erledigt',
  open: 'Öffnen',
  back: 'Zurück',
  loading: 'Wird geladen …',
  more: 'Mehr anzeigen',
  none: 'Keine',
  nobody: 'Niemand',
  unknown: 'Unbekannt',
  yes: 'Ja',
  no: 'Nein',
  required: 'Das wird gebraucht',
  copied: 'Kopiert',
  copy: 'Kopieren',
};

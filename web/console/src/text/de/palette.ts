import type { en } from '../en.ts';

export const palette: (typeof en)['palette'] = {
  open: 'Palette öffnen: Datensätze und Aktionen',
  search: 'Datensätze und Aktionen suchen',
  placeholder: 'Ein Name, eine Adresse, eine Nummer, oder was Sie tun möchten …',
  records: 'Datensätze',
  actions: 'Aktionen',
  goTo: 'Zu „{place}“',
  make: 'Neu: {kind}',
  nothing: 'So heißt hier nichts. Versuchen Sie weniger Buchstaben oder ein anderes Wort.',
  shortcuts: 'Tastenkürzel',
  key: 'Taste',
  does: 'Was sie tut',
};

import type { settings } from '../../en/settings.ts';

export const segments: (typeof settings)['segments'] = {
  title: 'Segmente',
  none: 'Noch keine Segmente',
  noneWhy:
    'Filtern Sie eine Liste und behalten Sie den Filter als Segment: Seine Mitglieder bleiben aktuell.',
  name: 'Name',
  description: 'Wofür es ist',
  of: 'Von',
  condition: 'Bedingung',
  state: 'Zustand',
  ready: 'Aktuell',
  looking: 'Sieht alle Datensätze an',
  members: '{count, plural, =0 {Niemand ist darin.} one {# Mitglied.} other {# Mitglieder.}}',
  show: 'In der Liste zeigen, wo die Bedingung geändert wird',
  saved: '{name} ist gespeichert.',
  danger: 'Löschen',
  deleteWhy: 'Seine Mitglieder bleiben, wie sie sind.',
  deleteTitle: 'Das Segment {name} löschen?',
  deleteMore: 'Ansichten und Webhooks, die es nennen, zeigen nichts mehr. Es ist nicht zurückzuholen.',
  readyMade: {
    title: 'Fertige',
    make: 'Hinzufügen',
    makeNamed: 'Segment {name} hinzufügen',
    made: '{name} ist jetzt ein Segment und wird gefüllt.',
    winBack: {
      name: 'Zurückgewinnen',
      about: 'Kunden, die mehr als einmal bestellt haben und wohl abwandern.',
    },
  },
};

import type { settings } from '../../en/settings.ts';

export const teams: (typeof settings)['teams'] = {
  title: 'Teams',
  name: 'Name',
  managers: 'Leitung',
  managersWhy: 'Sie erreicht, was die Mitglieder erreichen. Man kann beliebig viele Teams leiten.',
  members: 'Mitglieder',
  membersWhy: 'Niemand ist in zwei Teams, damit jeder Datensatz eines hat: das seines Besitzers.',
  count: 'Größe',
  add: 'Neues Team',
  none: 'Noch keine Teams',
  noneWhy: 'Ohne Team erreichen Personen, deren Rolle das Team erreicht, nur, was ihnen selbst gehört.',
  saved: '{name} ist gespeichert. Es wirkt binnen einer Minute.',
  elsewhere: '{name} (in {team})',
  danger: 'Löschen',
  deleteWhy: 'Die Mitglieder bleiben im Arbeitsbereich.',
  deleteTitle: 'Das Team {name} löschen?',
  deleteMore:
    'Seine Mitglieder erreichen die Datensätze der anderen nicht mehr über das Team, seine Leitung auch nicht.',
};

import type { settings } from '../../en/settings.ts';

export const users: (typeof settings)['users'] = {
  title: 'Benutzer',
  name: 'Name',
  email: 'E-Mail-Adresse',
  emailWhy:
    'Die Person bekommt eine Mail mit einem ersten Kennwort. Wer hier schon ein Konto hat, ist sofort dabei.',
  roles: 'Rollen',
  rolesWhy: 'Sie ergänzen einander: Eine, die erlaubt, genügt.',
  rolesAct: 'Sie ergänzen einander: Eine, die erlaubt, genügt. Eine Änderung wirkt binnen einer Minute.',
  team: 'Team',
  status: 'Status',
  shown: 'Wer gezeigt wird',
  here: 'Hier ({count, number})',
  gone: 'Gegangen ({count, number})',
  is: { active: 'Aktiv', invited: 'Eingeladen', deactivated: 'Deaktiviert', removed: 'Entfernt' },
  invite: 'Einladen',
  inviteTitle: 'Jemanden einladen',
  sendInvitation: 'Einladung senden',
  invited: 'Eine Einladung an {email} ist unterwegs.',
  wasHere: '{name} ist schon hier; nichts wurde geändert.',
  saved: '{name} ist gespeichert. Rollen wirken binnen einer Minute.',
  memberOf: 'Im Team {teams}.',
  managerOf: 'Leitet {teams}.',
  removedWhy: 'Entfernt: Name und Adresse sind weg, was getan wurde, nennt die Person noch.',
  access: 'Zugang',
  resend: 'Noch einmal senden',
  resendWhy: 'Die Einladung noch einmal, mit einem neuen ersten Kennwort. Das alte endet.',
  resent: 'Noch einmal an {email} gesendet.',
  deactivate: 'Deaktivieren',
  deactivateWhy:
    'Sperrt die Person aus und übergibt, was bei ihr offen ist. Sie kann wieder hereingelassen werden.',
  deactivateTitle: '{name} deaktivieren?',
  deactivateMore:
    'Die Person wird binnen einer Minute überall und mit jedem Schlüssel abgewiesen und verlässt ihr Team. Sie bekommt keine Leads mehr aus Formularen und Postfächern.',
  handTo: 'Kontakte, offene Geschäfte und offene Aufgaben gehen an',
  handToWhy:
    'Was jemand inzwischen nimmt, bleibt bei ihm. Abgeschlossene Geschäfte und erledigte Aufgaben bleiben, wie sie sind.',
  handToNobody: 'Niemanden: wer sie nimmt',
  deactivated: '{name} ist ausgesperrt; was offen war, wird übergeben.',
  handingOver:
    '{count, plural, =0 {Wird an {to} übergeben …} one {Bisher # Datensatz an {to} übergeben …} other {Bisher # Datensätze an {to} übergeben …}}',
  handedOver:
    '{count, plural, =0 {Es war nichts offen.} one {# Datensatz ging an {to}.} other {# Datensätze gingen an {to}.}}',
  reactivate: 'Wieder hereinlassen',
  reactivateWhy:
    'Mit den Rollen von zuvor. Was übergeben ist, kommt nicht zurück, ebenso wenig Team und Schlüssel.',
  reactivated: '{name} ist wieder dabei.',
  remove: 'Entfernen',
  removeWhy: 'Nimmt Namen und Adresse für immer weg.',
  removeTitle: '{name} für immer entfernen?',
  removeMore:
    'Ein Eintrag ohne Namen bleibt, damit was getan wurde noch jemanden nennt. Das Protokoll behält, was geändert wurde. Wieder eingeladen ist es derselbe Benutzer.',
};
